package ring3.kernel.core;

import ring3.syslib.Memory;

/// The memory of a process as its own instructions see it. A single number may lie across two
/// pages, as on the real processor.
final class ProcessMemory implements Memory {
    /// Told of an access to memory that is not there; never returns.
    interface PageFault {
        void at(int address);
    }

    private final PageFault fault;
    private AddressSpace space;

    ProcessMemory(AddressSpace space, PageFault fault) {
        this.space = space;
        this.fault = fault;
    }

    /// Goes on with other memory, when a child that was rebuilding its stack has caught up.
    void become(AddressSpace other) {
        space = other;
    }

    private void check(int address, int length) {
        if (!space.covers(address, length)) {
            fault.at(address);
        }
    }

    private void checkWrite(int address, int length) {
        check(address, length);
        if (!space.canWrite(address, length)) {
            fault.at(address);
        }
    }

    @Override
    public int getByte(int address) {
        check(address, 1);
        return space.readable(address)[AddressSpace.offset(address)] & 0xff;
    }

    @Override
    public int getShort(int address) {
        return (int) load(address, 2);
    }

    @Override
    public int getInt(int address) {
        return (int) load(address, 4);
    }

    @Override
    public long getLong(int address) {
        return load(address, 8);
    }

    private long load(int address, int width) {
        check(address, width);
        int offset = AddressSpace.offset(address);
        long value = 0;
        if (offset + width <= AddressSpace.PAGE_BYTES) {
            byte[] bytes = space.readable(address);
            for (int i = width - 1; i >= 0; i--) {
                value = value << 8 | bytes[offset + i] & 0xff;
            }
            return value;
        }
        for (int i = width - 1; i >= 0; i--) {
            value = value << 8 | getByte(address + i);
        }
        return value;
    }

    @Override
    public void putByte(int address, int value) {
        store(address, value, 1);
    }

    @Override
    public void putShort(int address, int value) {
        store(address, value, 2);
    }

    @Override
    public void putInt(int address, int value) {
        store(address, value, 4);
    }

    @Override
    public void putLong(int address, long value) {
        store(address, value, 8);
    }

    private void store(int address, long value, int width) {
        checkWrite(address, width);
        for (int i = 0; i < width; i++) {
            int at = address + i;
            space.writable(at)[AddressSpace.offset(at)] = (byte) (value >>> 8 * i);
        }
    }

    @Override
    public void get(int address, byte[] into, int offset, int length) {
        check(address, length);
        space.read(address, into, offset, length);
    }

    @Override
    public void put(int address, byte[] from, int offset, int length) {
        checkWrite(address, length);
        space.write(address, from, offset, length);
    }

    @Override
    public void fill(int address, int length, int value) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) value);
        put(address, bytes, 0, length);
    }

    @Override
    public void move(int from, int to, int length) {
        byte[] bytes = new byte[length];
        get(from, bytes, 0, length);
        put(to, bytes, 0, length);
    }
}

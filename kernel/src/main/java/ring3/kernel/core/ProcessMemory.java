package ring3.kernel.core;

import module ring3.events;

/// The memory of a process as its own instructions see it: loads and stores that may fault.
final class ProcessMemory implements Memory {
    /// Told of memory that is not there; returns when it is, and never when the process dies of it.
    interface Faults {
        void at(int address, boolean write);
    }

    private final Faults faults;
    private AddressSpace space;

    ProcessMemory(AddressSpace space, Faults faults) {
        this.space = space;
        this.faults = faults;
    }

    /// Goes on with other memory, when a child that was rebuilding its stack has caught up.
    void become(AddressSpace other) {
        space = other;
    }

    private void check(int address, int length, boolean write) {
        long fault = space.fault(address, length, write);
        while (fault != AddressSpace.NO_FAULT) {
            faults.at((int) fault, write);
            fault = space.fault(address, length, write);
        }
    }

    @Override
    public long load(int address, int width) {
        check(address, width, false);
        return space.load(address, width);
    }

    @Override
    public void store(int address, long value, int width) {
        check(address, width, true);
        space.store(address, value, width);
    }

    @Override
    public void get(int address, byte[] into, int offset, int length) {
        check(address, length, false);
        space.read(address, into, offset, length);
    }

    @Override
    public void put(int address, byte[] from, int offset, int length) {
        check(address, length, true);
        space.write(address, from, offset, length);
    }

    @Override
    public void fill(int address, int length, int value) {
        check(address, length, true);
        space.fill(address, length, (byte) value);
    }

    @Override
    public void move(int from, int to, int length) {
        check(from, length, false);
        byte[] bytes = new byte[length];
        get(from, bytes, 0, length);
        put(to, bytes, 0, length);
    }
}

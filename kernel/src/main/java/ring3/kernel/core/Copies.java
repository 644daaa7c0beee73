package ring3.kernel.core;

import ring3.hardware.PhysicalMemory;

/// Everything that the kernel copies between memories. What it stores in the memory of a process
/// that may fork is recorded, so that a child can be fed the same.
public final class Copies {
    private final PhysicalMemory physical;

    Copies(PhysicalMemory physical) {
        this.physical = physical;
    }

    /// Whether the kernel can store so many bytes there.
    public boolean canStore(Proc target, int address, int length) {
        return target.memory.covers(address, length) && target.memory.canWrite(address, length);
    }

    /// Stores bytes in the memory of a process; false, and nothing is stored, when it is not
    /// mapped.
    public boolean store(Proc target, int address, byte[] bytes) {
        if (!canStore(target, address, bytes.length)) {
            return false;
        }
        target.memory.write(address, bytes, 0, bytes.length);
        record(target, address, bytes.length);
        return true;
    }

    /// Copies from one process to another; false, and nothing is copied, when memory is missing.
    public boolean copy(Proc source, int from, Proc target, int to, int length) {
        if (!source.memory.covers(from, length) || !canStore(target, to, length)) {
            return false;
        }
        if (source == target) {
            byte[] bytes = new byte[length];
            source.memory.read(from, bytes, 0, length);
            target.memory.write(to, bytes, 0, length);
        } else {
            AddressSpace.copy(source.memory, from, target.memory, to, length);
        }
        record(target, to, length);
        return true;
    }

    private static void record(Proc target, int address, int length) {
        if (target.recording != null) {
            target.recording.stored(target.memory, address, length);
        }
    }

    /// Whether so many bytes of physical memory exist there.
    public boolean isPhysical(int address, int length) {
        long end = (long) address + length;
        return address >= 0
                && length >= 0
                && end <= (long) physical.frames() * PhysicalMemory.FRAME_BYTES;
    }

    /// Copies physical memory into an array.
    public void readPhysical(int address, byte[] into) {
        for (int done = 0; done < into.length; ) {
            int offset = AddressSpace.offset(address + done);
            int chunk = Math.min(into.length - done, AddressSpace.PAGE_BYTES - offset);
            System.arraycopy(frame(address + done), offset, into, done, chunk);
            done += chunk;
        }
    }

    /// Copies an array to physical memory.
    public void writePhysical(int address, byte[] from) {
        for (int done = 0; done < from.length; ) {
            int offset = AddressSpace.offset(address + done);
            int chunk = Math.min(from.length - done, AddressSpace.PAGE_BYTES - offset);
            System.arraycopy(from, done, frame(address + done), offset, chunk);
            done += chunk;
        }
    }

    private byte[] frame(int address) {
        return physical.frame(address / PhysicalMemory.FRAME_BYTES);
    }
}

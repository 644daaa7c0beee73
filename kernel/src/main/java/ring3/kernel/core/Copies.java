package ring3.kernel.core;

import module ring3.events;

import org.jspecify.annotations.Nullable;

/// Everything that kernel calls copy between memories. Memory that is not there ends the call with
/// a [PageFault]; so whoever must not do a thing twice makes sure first. What is stored in the
/// memory of a process that may fork is recorded, so that a child can be fed the same.
public final class Copies {
    private final Core core;

    Copies(Core core) {
        this.core = core;
    }

    /// Makes sure that `length` bytes of `owner` are there; a null owner is physical memory.
    public void require(Proc caller, @Nullable Proc owner, int address, int length, boolean write) {
        Refused.unless(length >= 0, Errno.EFAULT, Rule.BAD_ADDRESS);
        if (owner == null) {
            long end = (address & 0xffffffffL) + length;
            long all = (long) core.computer.memory().frames() * PhysicalMemory.FRAME_BYTES;
            Refused.unless(end <= all, Errno.EFAULT, Rule.BAD_ADDRESS);
            return;
        }
        Refused.unless(length <= AddressSpace.END, Errno.EFAULT, Rule.BAD_ADDRESS);
        long fault = owner.memory.fault(address, length, write);
        if (fault != AddressSpace.NO_FAULT) {
            int missing = (int) fault;
            throw new PageFault(caller, owner, missing, address + length - missing, write);
        }
    }

    /// Reads the memory of a process, or physical memory.
    public byte[] read(Proc caller, @Nullable Proc owner, int address, int length) {
        require(caller, owner, address, length, false);
        byte[] bytes = new byte[length];
        if (owner == null) {
            physical(address, bytes, false);
        } else {
            owner.memory.read(address, bytes, 0, length);
        }
        return bytes;
    }

    /// Stores bytes in the memory of a process, or physical memory.
    public void store(Proc caller, @Nullable Proc owner, int address, byte[] bytes) {
        require(caller, owner, address, bytes.length, true);
        if (owner == null) {
            physical(address, bytes, true);
        } else {
            owner.memory.write(address, bytes, 0, bytes.length);
            record(owner, address, bytes.length);
        }
    }

    /// Copies from one process to another; a null one is physical memory. The time that takes is
    /// the caller's.
    public void copy(
            Proc caller,
            @Nullable Proc source,
            int from,
            @Nullable Proc target,
            int to,
            int length) {
        require(caller, source, from, length, false);
        require(caller, target, to, length, true);
        core.processor.charge(caller, core.costs.copy(length));
        if (source == null || target == null || source == target) {
            store(caller, target, to, read(caller, source, from, length));
        } else {
            AddressSpace.copy(source.memory, from, target.memory, to, length);
            record(target, to, length);
        }
    }

    /// Fills memory of a process, or physical memory.
    public void fill(Proc caller, @Nullable Proc owner, int address, int length, int pattern) {
        require(caller, owner, address, length, true);
        core.processor.charge(caller, core.costs.copy(length));
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) pattern);
        store(caller, owner, address, bytes);
    }

    private static void record(Proc target, int address, int length) {
        if (target.recording != null) {
            target.recording.stored(target.memory, address, length);
        }
    }

    private void physical(int address, byte[] bytes, boolean write) {
        for (int done = 0; done < bytes.length; ) {
            int offset = address + done & PhysicalMemory.FRAME_BYTES - 1;
            int chunk = Math.min(bytes.length - done, PhysicalMemory.FRAME_BYTES - offset);
            byte[] frame =
                    core.computer.memory().frame((address + done) / PhysicalMemory.FRAME_BYTES);
            if (write) {
                System.arraycopy(bytes, done, frame, offset, chunk);
            } else {
                System.arraycopy(frame, offset, bytes, done, chunk);
            }
            done += chunk;
        }
    }
}

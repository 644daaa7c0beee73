package ring3.components.drivers.memory;

import java.util.ArrayList;
import java.util.List;
import ring3.components.lib.BlockDriver;
import ring3.components.lib.CharDriver;
import ring3.components.lib.Handover;
import ring3.components.protocol.Devices;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// The devices, and all that is to be known about them: which of them are open, and right behind
/// that the RAM disk. Each request is answered before the next is taken, so the driver is always
/// quiet when it is asked.
final class MemoryDevices implements Handover {
    private static final int HEADER_BYTES = 16;
    private static final int BYTES = HEADER_BYTES + RamDisk.SIZE_BYTES;

    /// Where the two sets of open devices lie, one bit each minor device.
    private static final int BLOCK = 0;

    private static final int CHARACTER = 4;

    private final Syslib sys;
    private final int start;
    private final BlockDriver blocks;
    private final CharDriver characters;

    MemoryDevices(Syslib sys) {
        this.sys = sys;
        start = sys.allocate(BYTES);
        blocks = new BlockDriver(sys, new RamDisk(sys, start + HEADER_BYTES));
        characters = new CharDriver(sys, new NullAndZero(sys));
    }

    BlockDriver blocks() {
        return blocks;
    }

    CharDriver characters() {
        return characters;
    }

    @Override
    public boolean isQuiet() {
        return true;
    }

    @Override
    public State save() {
        sys.memory().putInt(start + BLOCK, set(blocks.opened()));
        sys.memory().putInt(start + CHARACTER, set(characters.opened()));
        return new State(start, BYTES);
    }

    @Override
    public int restore(Endpoint former, int grant, int bytes) {
        if (bytes != BYTES) {
            return Errno.EINVAL.status();
        }
        int status = sys.safeCopyFrom(former, grant, 0, start, BYTES);
        if (status >= 0) {
            blocks.takeOver(minors(sys.memory().getInt(start + BLOCK)));
            characters.takeOver(minors(sys.memory().getInt(start + CHARACTER)));
        }
        return status;
    }

    private static int set(List<Integer> minors) {
        int set = 0;
        for (int minor : minors) {
            set |= 1 << minor;
        }
        return set;
    }

    private static List<Integer> minors(int set) {
        List<Integer> minors = new ArrayList<>();
        for (int minor = 0; minor <= Devices.ZERO_MINOR; minor++) {
            if ((set & 1 << minor) != 0) {
                minors.add(minor);
            }
        }
        return minors;
    }
}

package ring3.components.servers.vm;

import ring3.syslib.Endpoint;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelRequest.Getinfo;
import ring3.syslib.Memory;
import ring3.syslib.Syslib;

/// What vm finds when it takes over: how much memory the machine has, and what the kernel has given
/// to the processes of the boot image.
final class Machine {
    private static final int MODULES_MAX = 32;
    private static final int TABLE_BYTES = MODULES_MAX * KernelInfo.MODULE_BYTES;
    private static final int FIRST_FREE = 4;
    private static final int SLOTS = 8;

    final Frames frames;
    final Spaces spaces;

    private final Syslib sys;
    private final int table;

    Machine(Syslib sys) {
        this.sys = sys;
        this.table = sys.allocate(TABLE_BYTES);
        load(KernelInfo.KINFO, KernelInfo.MACHINE_BYTES);
        frames = new Frames(sys.memory().getInt(table), sys.memory().getInt(table + FIRST_FREE));
        spaces = new Spaces(sys.memory().getInt(table + SLOTS));
        adoptBootProcesses();
    }

    private int load(int what, int bytes) {
        int loaded = (int) sys.value(new Getinfo(what, table, bytes));
        if (loaded < 0) {
            sys.panic("cannot read a table of the kernel: " + loaded);
        }
        return loaded;
    }

    /// Their frames lie in one piece each, below the first free one.
    private void adoptBootProcesses() {
        int bytes = load(KernelInfo.IMAGE, TABLE_BYTES);
        for (int entry = table; entry < table + bytes; entry += KernelInfo.MODULE_BYTES) {
            Memory memory = sys.memory();
            int slot = memory.getInt(entry + KernelInfo.MODULE_SLOT);
            if (slot != KernelInfo.NO_SLOT) {
                int address = memory.getInt(entry + KernelInfo.MODULE_PAGES_ADDRESS);
                int pages = memory.getInt(entry + KernelInfo.MODULE_PAGES);
                adopt(new Endpoint(slot), address >>> Space.PAGE_SHIFT, pages);
            }
        }
    }

    private void adopt(Endpoint process, int frame, int pages) {
        Space space = new Space(process);
        space.moveEnd(Space.BASE + (pages << Space.PAGE_SHIFT));
        for (int i = 0; i < pages; i++) {
            space.fill(Space.FIRST_PAGE + i, frame + i, true);
        }
        spaces.add(space);
    }
}

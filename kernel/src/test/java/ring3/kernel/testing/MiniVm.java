package ring3.kernel.testing;

import static ring3.kernel.testing.TestMachine.must;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelReply.MemoryReply;
import ring3.syslib.KernelRequest.Getinfo;
import ring3.syslib.KernelRequest.Kill;
import ring3.syslib.KernelRequest.Memset;
import ring3.syslib.KernelRequest.Physcopy;
import ring3.syslib.KernelRequest.Vmctl;
import ring3.syslib.Message;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;
import ring3.syslib.VmPagefault;

/// A memory server that knows just enough for processes that fork, start programs and end. As a
/// process of its own, in slot 8, it settles page faults, and what is forked is copied when it is
/// written; without that process, whoever calls it copies at once.
public final class MiniVm implements Program {
    private static final int BASE = 0x1000;
    private static final int PAGE = 0x1000;

    /// For each process its pages, address to frame.
    private final Map<Endpoint, Map<Integer, Integer>> spaces = new LinkedHashMap<>();

    private int[] users = {};
    private int firstFree;
    private boolean running;

    /// Memory below this address that is not there comes, filled with zeros, when it is touched.
    public int demandEnd;

    // ---- What a process manager asks of it

    /// Gives `target` so much memory of zeros from the lowest address on, in place of all it had.
    public void give(Syslib sys, Endpoint target, int bytes) {
        start(sys);
        must(sys, new Vmctl(target, Vmctl.UNMAP, 0, 0, 0, 0));
        free(target);
        for (int at = BASE; at < BASE + bytes; at += PAGE) {
            map(sys, target, at, zeros(sys), true);
        }
    }

    /// Gives `child` what its parent has. Returns false, and gives nothing, when there is no room.
    public boolean copy(Syslib sys, Endpoint parent, Endpoint child) {
        start(sys);
        if (!running && space(parent).size() > freeFrames()) {
            return false;
        }
        for (Map.Entry<Integer, Integer> page : List.copyOf(space(parent).entrySet())) {
            int frame = page.getValue();
            if (running) {
                map(sys, child, page.getKey(), frame, false);
                must(sys, new Vmctl(parent, Vmctl.MAP, page.getKey(), frame, 1, 0));
            } else {
                map(sys, child, page.getKey(), copy(sys, frame), true);
            }
        }
        return true;
    }

    /// Takes back what a process had that is gone.
    public void free(Endpoint gone) {
        space(gone).values().forEach(frame -> users[frame]--);
        spaces.remove(gone);
    }

    /// How many frames nobody has.
    public int freeFrames() {
        int count = 0;
        for (int frame = firstFree; frame < users.length; frame++) {
            count += users[frame] == 0 ? 1 : 0;
        }
        return count;
    }

    // ---- Frames

    private Map<Integer, Integer> space(Endpoint owner) {
        return spaces.computeIfAbsent(owner, _ -> new TreeMap<>());
    }

    private int allocate() {
        for (int frame = firstFree; frame < users.length; frame++) {
            if (users[frame] == 0) {
                return frame;
            }
        }
        throw new AssertionError("this test needs a machine with more memory");
    }

    private int zeros(Syslib sys) {
        int frame = allocate();
        must(sys, new Memset(Endpoint.NONE, frame * PAGE, PAGE, 0));
        return frame;
    }

    private int copy(Syslib sys, int frame) {
        int copy = allocate();
        must(sys, new Physcopy(Endpoint.NONE, frame * PAGE, Endpoint.NONE, copy * PAGE, PAGE));
        return copy;
    }

    private void map(Syslib sys, Endpoint owner, int address, int frame, boolean writable) {
        must(sys, new Vmctl(owner, Vmctl.MAP, address, frame, 1, writable ? 1 : 0));
        users[frame]++;
        Integer before = space(owner).put(address, frame);
        if (before != null) {
            users[before]--;
        }
    }

    /// Learns from the kernel which memory there is, and who has some already.
    private void start(Syslib sys) {
        if (users.length > 0) {
            return;
        }
        int table = sys.allocate(0x1000);
        must(sys, new Getinfo(KernelInfo.KINFO, table, KernelInfo.MACHINE_BYTES));
        users = new int[sys.memory().getInt(table)];
        firstFree = sys.memory().getInt(table + 4);
        int bytes = (int) sys.value(new Getinfo(KernelInfo.IMAGE, table, 0x1000));
        for (int at = table; at < table + bytes; at += KernelInfo.MODULE_BYTES) {
            int slot = sys.memory().getInt(at + KernelInfo.MODULE_SLOT);
            int frame = sys.memory().getInt(at + KernelInfo.MODULE_PAGES_ADDRESS) / PAGE;
            for (int i = 0; i < sys.memory().getInt(at + KernelInfo.MODULE_PAGES); i++) {
                space(Endpoint.of(slot, 0)).put(BASE + i * PAGE, frame + i);
                users[frame + i]++;
            }
        }
    }

    // ---- The process in slot 8

    @Override
    public void run(Syslib sys) {
        start(sys);
        running = true;
        while (true) {
            serve(sys, sys.receive());
        }
    }

    private void serve(Syslib sys, Received in) {
        Message message = in.message();
        if (message instanceof VmPagefault fault && in.fromKernel()) {
            if (repair(sys, in.source(), fault.address(), fault.write())) {
                must(sys, new Vmctl(in.source(), Vmctl.CLEAR_PAGE_FAULT, 0, 0, 0, 0));
            } else {
                must(sys, new Kill(in.source(), Signals.SIGSEGV));
            }
        } else if (in.isNotifyFrom(Endpoint.SYSTEM)) {
            while (sys.kernelCall(new Vmctl(Endpoint.SELF, Vmctl.MEMORY_GET, 0, 0, 0, 0))
                    instanceof MemoryReply wanted) {
                must(sys, answer(wanted, repair(sys, wanted)));
            }
        }
    }

    private static Vmctl answer(MemoryReply wanted, boolean there) {
        int result = there ? 0 : Errno.EFAULT.status();
        return new Vmctl(wanted.caller(), Vmctl.MEMORY_REPLY, 0, 0, 0, result);
    }

    private boolean repair(Syslib sys, MemoryReply wanted) {
        int end = wanted.address() + wanted.bytes();
        for (int at = wanted.address() & -PAGE; at < end; at += PAGE) {
            if (!repair(sys, wanted.owner(), at, wanted.write())) {
                return false;
            }
        }
        return true;
    }

    private boolean repair(Syslib sys, Endpoint owner, int address, boolean write) {
        int page = address & -PAGE;
        Integer frame = space(owner).get(page);
        if (frame == null) {
            boolean mayCome = page >= BASE && address < demandEnd;
            if (mayCome) {
                map(sys, owner, page, zeros(sys), true);
            }
            return mayCome;
        }
        if (write) {
            map(sys, owner, page, users[frame] > 1 ? copy(sys, frame) : frame, true);
        }
        return true;
    }
}

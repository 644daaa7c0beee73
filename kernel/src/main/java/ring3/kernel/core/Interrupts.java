package ring3.kernel.core;

import module ring3.events;

import ring3.events.KernelEvent.InterruptServed;

/// Turns interrupts into messages. No driver code ever runs inside an interrupt: the kernel closes
/// the line, notifies the drivers that have hooked it, and opens it again when they say so (minix:
/// kernel/interrupt.c, kernel/arch/i386/i8259.c).
public final class Interrupts {
    /// Hooks that exist (minix: NR_IRQ_HOOKS).
    static final int HOOKS = 16;

    private static final int MASTER = 0x20;
    private static final int SLAVE = 0xa0;
    private static final int MASTER_VECTOR = 0x50;
    private static final int SLAVE_VECTOR = 0x70;
    private static final int END_OF_INTERRUPT = 0x20;
    private static final int CASCADE = 2;
    private static final int CLOCK_LINE = 0;
    private static final int SLAVE_FIRST = 8;

    /// A driver's interest in a line.
    private static final class Hook {
        Endpoint owner = Endpoint.NONE;
        int line;
        int notifyId;
        boolean reenable;

        /// Its driver has not served the last interrupt yet, and so keeps the line closed.
        boolean busy;
    }

    private final Core core;
    private final Hook[] hooks = new Hook[HOOKS];

    /// Lines that are closed, one bit each.
    private int masked = ~(1 << CASCADE | 1 << CLOCK_LINE) & 0xffff;

    Interrupts(Core core) {
        this.core = core;
        for (int i = 0; i < HOOKS; i++) {
            hooks[i] = new Hook();
        }
    }

    /// Programs both interrupt controllers as the original does.
    public void start() {
        int[] words = {
            MASTER, 0x11, MASTER + 1, MASTER_VECTOR, MASTER + 1, 0x04, MASTER + 1, 0x05,
            SLAVE, 0x11, SLAVE + 1, SLAVE_VECTOR, SLAVE + 1, 0x02, SLAVE + 1, 0x01
        };
        for (int i = 0; i < words.length; i += 2) {
            core.computer.bus().out(words[i], words[i + 1], 1);
        }
        writeMasks();
    }

    /// Serves the most urgent interrupt.
    void serve() {
        int vector = core.computer.pic().acknowledge();
        int line =
                vector >= SLAVE_VECTOR
                        ? vector - SLAVE_VECTOR + SLAVE_FIRST
                        : vector - MASTER_VECTOR;
        core.trace.tell((n, t) -> new InterruptServed(n, t, line));
        if (line == CLOCK_LINE) {
            core.clock.tick();
        } else {
            notifyDrivers(line);
        }
        if (line >= SLAVE_FIRST) {
            core.computer.bus().out(SLAVE, END_OF_INTERRUPT, 1);
        }
        core.computer.bus().out(MASTER, END_OF_INTERRUPT, 1);
    }

    private void notifyDrivers(int line) {
        mask(line);
        boolean hooked = false;
        for (Hook hook : hooks) {
            Proc owner = core.procs.find(hook.owner);
            if (owner != null && hook.line == line) {
                owner.priv.interruptsPending |= 1 << hook.notifyId;
                core.ipc.notifyFrom(Endpoint.HARDWARE, owner);
                hook.busy |= !hook.reenable;
                hooked = true;
            }
        }
        if (hooked) {
            unmaskUnlessBusy(line);
        }
    }

    /// Hooks `line` for `owner`. The same owner and notify id take the same hook again. Returns the
    /// hook's number from 1, or 0 when there is none left.
    public int attach(Proc owner, int line, int notifyId, boolean reenable) {
        int index = -1;
        for (int i = HOOKS - 1; i >= 0; i--) {
            boolean same = hooks[i].owner.equals(owner.endpoint) && hooks[i].notifyId == notifyId;
            if (same || isFree(hooks[i]) && (index < 0 || isFree(hooks[index]))) {
                index = i;
            }
        }
        if (index < 0) {
            return 0;
        }
        Hook hook = hooks[index];
        hook.owner = owner.endpoint;
        hook.line = line;
        hook.notifyId = notifyId;
        hook.reenable = reenable;
        hook.busy = false;
        unmaskUnlessBusy(line);
        return index + 1;
    }

    /// Whose hook it is; NONE when it is nobody's, or no hook.
    public Endpoint owner(int hook) {
        return hook < 1 || hook > HOOKS ? Endpoint.NONE : hooks[hook - 1].owner;
    }

    private static boolean isFree(Hook hook) {
        return hook.owner.equals(Endpoint.NONE);
    }

    /// Opens the line of a hook, unless another driver that shares it keeps it closed.
    public void enable(int hook) {
        hooks[hook - 1].busy = false;
        unmaskUnlessBusy(hooks[hook - 1].line);
    }

    /// Closes the line of a hook.
    public void disable(int hook) {
        hooks[hook - 1].busy = true;
        mask(hooks[hook - 1].line);
    }

    /// Gives a hook back; its line is closed when nobody else has hooked it.
    public void detach(int hook) {
        Hook gone = hooks[hook - 1];
        gone.owner = Endpoint.NONE;
        mask(gone.line);
        for (Hook other : hooks) {
            if (!isFree(other) && other.line == gone.line) {
                unmaskUnlessBusy(gone.line);
            }
        }
    }

    /// Gives back all hooks of a process that has ended.
    void detachAll(Proc owner) {
        for (int i = 0; i < HOOKS; i++) {
            if (hooks[i].owner.equals(owner.endpoint)) {
                detach(i + 1);
            }
        }
    }

    /// The table of hooks for SYS_GETINFO: owner, line, notify id and whether it keeps its line
    /// closed.
    public void list(java.nio.ByteBuffer table) {
        for (Hook hook : hooks) {
            if (!isFree(hook)) {
                table.putInt(hook.owner.value()).putInt(hook.line).putInt(hook.notifyId);
                table.putInt(hook.busy ? 1 : 0);
            }
        }
    }

    private void mask(int line) {
        masked |= 1 << line;
        writeMasks();
    }

    private void unmaskUnlessBusy(int line) {
        for (Hook hook : hooks) {
            if (!isFree(hook) && hook.line == line && hook.busy) {
                return;
            }
        }
        masked &= ~(1 << line);
        writeMasks();
    }

    private void writeMasks() {
        core.computer.bus().out(MASTER + 1, masked & 0xff, 1);
        core.computer.bus().out(SLAVE + 1, masked >> 8, 1);
    }
}

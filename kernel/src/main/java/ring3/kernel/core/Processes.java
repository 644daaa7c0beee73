package ring3.kernel.core;

import module java.base;
import module ring3.events;

import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent.*;
import ring3.kernel.boot.*;

/// The birth, the change of program and the end of processes.
public final class Processes {
    private static final int ALIGNMENT = 16;

    private final Core core;
    private final Loader loader;

    Processes(Core core, Loader loader) {
        this.core = core;
        this.loader = loader;
    }

    /// Makes `slot`, which is free, the copy of `parent` that SYS_FORK promises. It waits for the
    /// reply that its parent waits for. Returns its endpoint.
    public Endpoint fork(Proc slot, Proc parent, int flags) {
        int waits = Rts.RECEIVING | Rts.NO_QUANTUM | flags;
        waits |= parent.priv.isSystem() ? Rts.NO_PRIV : 0;
        Endpoint endpoint = nextEndpoint(slot);
        Proc child = boot(slot.slot, endpoint, parent.endpoint, parent.name, waits);
        child.kind = parent.kind;
        child.receiveFrom = parent.receiveFrom;
        child.replyPending = true;
        child.priority = parent.priority;
        child.quantumMillis = parent.quantumMillis;
        inherit(child, parent);
        return endpoint;
    }

    /// Makes a free slot a process, which cannot run because of `flags`.
    public Proc boot(int slot, Endpoint endpoint, Endpoint parent, String name, int flags) {
        Proc proc = core.procs.renew(slot, endpoint, flags);
        proc.name = name;
        core.trace.tell((n, t) -> new ProcessBorn(n, t, endpoint, parent, name));
        return proc;
    }

    /// The next generation of the endpoint of `slot`.
    public static Endpoint nextEndpoint(Proc slot) {
        int generation = slot.endpoint.generation() + 1;
        return Endpoint.of(slot.slot, generation > Endpoint.GENERATION_MAX ? 1 : generation);
    }

    /// Gives a forked child the program of its parent. Its stack is rebuilt when it first runs,
    /// over memory of the host that nobody else sees. The child of a process that does not fork by
    /// itself has nothing to run before it gets a program of its own.
    private void inherit(Proc child, Proc parent) {
        Recording recording = parent.recording;
        Program program = parent.program;
        if (recording == null || program == null) {
            return;
        }
        Startup startup = program.startup().as(child.endpoint);
        child.past = AddressSpace.flat();
        child.recording = recording.forked(startup);
        child.recording.rewind(child.past);
        child.program = program;
        child.handlersRunning = parent.handlersRunning;
        run(child, Objects.requireNonNull(loader.load(program.image(), _ -> {})), startup);
    }

    private void run(Proc proc, Executable executable, Startup startup) {
        ProcessTraps traps = new ProcessTraps(core, proc, startup);
        proc.coroutine = new Coroutine(() -> traps.live(executable.program()), traps.meter);
    }

    /// What a process runs, for a child that has to run the same.
    record Program(byte[] image, Startup startup) {}

    /// Starts the executable `image` in `target`, whose arguments lie at `frame`. Returns false,
    /// and changes nothing, when it is none. Without a `name` nothing is started.
    public boolean exec(Proc target, byte[] image, int frame, int frameBytes, String name) {
        Executable executable =
                loader.load(
                        image,
                        why ->
                                core.trace.tell(
                                        (n, t) -> new ProgramRefused(n, t, target.endpoint, why)));
        if (executable == null || name.isEmpty()) {
            return executable != null;
        }
        int heap = frame + frameBytes + ALIGNMENT - 1 & -ALIGNMENT;
        Startup startup =
                new Startup(target.endpoint, frame, frameBytes, heap, target.memory.end());
        target.past = null;
        target.portInstructions = false;
        target.stepping = false;
        target.signalFrames.clear();
        target.handlersRunning = 0;
        target.name = name;
        target.kind = executable.kind();
        target.kernelMode = isKernelMode(name);
        target.delivered = null;
        target.replyPending = false;
        target.recording = executable.forks() ? new Recording(startup) : null;
        target.program = executable.forks() ? new Program(image, startup) : null;
        if (target.recording != null && frameBytes > 0) {
            target.recording.stored(target.memory, frame, frameBytes);
        }
        run(target, executable, startup);
        core.trace.tell(
                (n, t) -> new ProgramStarted(n, t, target.endpoint, name, executable.kind()));
        core.scheduler.unblock(target, Rts.RECEIVING);
        return true;
    }

    /// Whoever started the machine decides where the boundary of the kernel is: the boot parameter
    /// `kernelmode` names processes, with commas between.
    private boolean isKernelMode(String name) {
        return List.of(core.bootInfo.parameter("kernelmode").split(",")).contains(name);
    }

    /// Makes a slot one of the kernel's own, which sends notifications and never runs.
    public void becomeTask(Proc task) {
        task.kind = ProcessKind.KERNEL;
        core.procs.privs()[Privilege.staticId(task.slot)].fill(task, Privilege.NONE);
    }

    // ---- Privileges

    /// Gives `target` a structure of its own with these rights; false when there is none left.
    public boolean givePriv(Proc target, Privilege rights) {
        Priv priv = target.priv.owner == target ? target.priv : core.procs.privFor(target.slot);
        if (priv == null) {
            return false;
        }
        priv.fill(target, rights);
        for (Priv other : core.procs.privs()) {
            setSendTo(priv, other, (rights.ipcTo() & other.bit()) != 0);
        }
        return true;
    }

    /// Sets or takes the right of one to send to another, and of the other to answer, unless it can
    /// do nothing but receive. Nobody sends to himself (minix: kernel/system.c, set_sendto_bit).
    private static void setSendTo(Priv priv, Priv other, boolean allowed) {
        if (!allowed || other == priv) {
            priv.ipcTo &= ~other.bit();
            other.ipcTo &= ~priv.bit();
            return;
        }
        priv.ipcTo |= other.bit();
        if (other.rights.traps() != Trap.RECEIVE.bit()) {
            other.ipcTo |= priv.bit();
        }
    }

    // ---- Scheduling

    /// Gives a process a queue and a fresh quantum; -1 keeps what it has.
    public void schedule(Proc target, int priority, int quantumMillis) {
        if (priority >= 0) {
            core.scheduler.reprioritize(target, priority);
        }
        if (quantumMillis > 0) {
            target.quantumMillis = quantumMillis;
        }
        target.quantumLeftNanos = target.quantumMillis * Processor.NANOS_PER_MILLI;
        core.trace.tell((n, t) ->
                new Scheduled(n, t, target.endpoint, target.priority, target.quantumMillis));
        core.scheduler.unblock(target, Rts.NO_QUANTUM);
    }

    // ---- The end

    /// Ends `proc` for good: nobody can reach it any more, and its slot is free.
    public void clear(Proc proc) {
        core.scheduler.block(proc, Rts.NO_ENDPOINT);
        core.ipc.leaveQueue(proc);
        core.ipc.clearReferences(proc);
        core.interrupts.detachAll(proc);
        core.dma.closeAll(proc);
        core.profile.forget(proc);
        releasePriv(proc);
        core.trace.tell((n, t) -> new ProcessDied(n, t, proc.endpoint, proc.name));
        core.procs.renew(proc.slot, proc.endpoint, Rts.SLOT_FREE);
    }

    /// Takes the structure that `proc` has to itself; it shares that of all user processes now.
    public void releasePriv(Proc proc) {
        Priv priv = proc.priv;
        if (priv != core.procs.userPriv() && priv.owner == proc) {
            core.clock.setAlarm(priv, Priv.NO_ALARM);
            core.procs.renew(priv);
            for (Priv other : core.procs.privs()) {
                other.ipcTo &= ~priv.bit();
            }
        }
        proc.priv = core.procs.userPriv();
    }

    // ---- Live update

    /// Swaps two services: each program goes on under the other's endpoint and rights. What lies in
    /// the memory of a program (its grants, its asynchronous messages, its state) stays with it
    /// (minix: kernel/system/do_update.c).
    public void swap(Proc a, Proc b) {
        core.procs.swap(a, b);
        int slot = a.slot;
        Endpoint endpoint = a.endpoint;
        ProcQueue callers = a.callers;
        Priv priv = a.priv;
        a.slot = b.slot;
        a.endpoint = b.endpoint;
        a.callers = b.callers;
        b.priv.fill(a, b.priv.rights);
        b.slot = slot;
        b.endpoint = endpoint;
        b.callers = callers;
        priv.fill(b, priv.rights);
        a.priv.exchangeMemory(b.priv);
        long both = a.priv.bit() | b.priv.bit();
        for (Priv receiver : core.procs.privs()) {
            receiver.asyncPending |= (receiver.asyncPending & both) == 0 ? 0 : both;
        }
        core.ipc.receiveAgain(a);
        core.ipc.receiveAgain(b);
    }

    /// Where a process is in its program; null when that is not known.
    public static @Nullable SourceLine line(Proc proc) {
        if (proc.faultLine != null) {
            return proc.faultLine;
        }
        return proc.coroutine == null ? null : SourceLine.of(proc.coroutine.stack());
    }
}

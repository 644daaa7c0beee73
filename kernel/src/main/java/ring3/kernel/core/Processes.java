package ring3.kernel.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent.ProcessBorn;
import ring3.events.KernelEvent.ProcessDied;
import ring3.events.KernelEvent.ProgramStarted;
import ring3.events.KernelEvent.Scheduled;
import ring3.events.ProcessKind;
import ring3.events.snapshots.SourceLine;
import ring3.kernel.boot.Executable;
import ring3.kernel.boot.Loader;
import ring3.syslib.Endpoint;
import ring3.syslib.Privilege;
import ring3.syslib.Startup;
import ring3.syslib.Trap;

/// The birth, the change of program and the end of processes.
public final class Processes {
    private static final int ALIGNMENT = 16;

    private final Core core;
    private final Loader loader;
    private final Frames frames;
    private KernelCalls calls = (_, _) -> ring3.syslib.KernelReply.Status.OK;

    Processes(Core core, Loader loader) {
        this.core = core;
        this.loader = loader;
        this.frames = core.procs.frames();
    }

    /// Where the kernel calls of all processes go.
    public void connect(KernelCalls calls) {
        this.calls = calls;
    }

    /// Makes `child`, a free slot, the copy of `parent` that SYS_FORK promises. It waits for the
    /// reply that its parent waits for.
    public void bear(Proc child, Proc parent, Endpoint endpoint) {
        int flags = Rts.RECEIVING | Rts.NO_QUANTUM;
        boot(
                child,
                endpoint,
                parent.endpoint,
                parent.name,
                parent.priv.isSystem() ? flags | Rts.NO_PRIV : flags);
        child.kind = parent.kind;
        child.receiveFrom = parent.receiveFrom;
        child.replyPending = true;
        child.priority = parent.priority;
        child.quantumMillis = parent.quantumMillis;
        child.memory.share(parent.memory);
    }

    /// Makes a free slot a process, which cannot run because of `flags`.
    public void boot(Proc slot, Endpoint endpoint, Endpoint parent, String name, int flags) {
        slot.endpoint = endpoint;
        slot.name = name;
        slot.rts = flags;
        slot.priv = core.procs.userPriv();
        slot.callers = null;
        slot.delivered = null;
        slot.replyPending = false;
        slot.scheduler = null;
        slot.preempted = false;
        slot.cpuNanos = 0;
        slot.queueNanos = 0;
        slot.cpuAtQuantumNanos = 0;
        slot.preemptions = 0;
        slot.signals = 0;
        slot.fault = null;
        slot.faultLine = null;
        core.trace.publish(
                new ProcessBorn(core.trace.next(), core.trace.nanos(), endpoint, parent, name));
    }

    /// The next generation of the endpoint of `slot`.
    public static Endpoint nextEndpoint(Proc slot) {
        int generation = slot.endpoint.generation() + 1;
        return Endpoint.of(slot.slot, generation > Endpoint.GENERATION_MAX ? 1 : generation);
    }

    /// Gives a forked child the program of its parent. Its stack is rebuilt when it first runs.
    /// Returns false when there is no memory to do so. The child of a process that does not fork by
    /// itself has nothing to run before it gets a program of its own.
    public boolean inherit(Proc child, Proc parent, Endpoint endpoint) {
        Recording recording = parent.recording;
        Program program = parent.program;
        if (recording == null || program == null) {
            return true;
        }
        AddressSpace past = new AddressSpace(frames);
        if (!past.resize(parent.memory.bytes())) {
            return false;
        }
        Startup old = program.startup;
        Startup startup =
                new Startup(
                        endpoint,
                        old.frameAddress(),
                        old.frameBytes(),
                        old.heapStart(),
                        old.heapEnd());
        child.past = past;
        child.recording = recording.forked(startup);
        child.recording.rewind(past);
        child.program = program;
        Executable executable = Objects.requireNonNull(loader.load(program.image));
        ProcessTraps traps = new ProcessTraps(core, child, calls, startup);
        child.coroutine = new Coroutine(() -> traps.live(executable.program()));
        return true;
    }

    /// What a process runs, for a child that has to run the same.
    static final class Program {
        private final byte[] image;
        private final Startup startup;

        Program(byte[] image, Startup startup) {
            this.image = image;
            this.startup = startup;
        }
    }

    /// Starts the executable `image` in `target`, whose arguments lie at `frame`. Returns false,
    /// and changes nothing, when it is none.
    public boolean exec(Proc target, byte[] image, int frame, int frameBytes, String name) {
        Executable executable = loader.load(image);
        if (executable == null) {
            return false;
        }
        int heap = frame + frameBytes + ALIGNMENT - 1 & -ALIGNMENT;
        Startup startup =
                new Startup(target.endpoint, frame, frameBytes, heap, target.memory.end());
        target.forgetPast();
        target.name = name;
        target.kind = executable.kind();
        target.delivered = null;
        target.replyPending = false;
        target.recording = executable.forks() ? new Recording(startup) : null;
        target.program = executable.forks() ? new Program(image, startup) : null;
        if (target.recording != null && frameBytes > 0) {
            target.recording.stored(target.memory, frame, frameBytes);
        }
        ProcessTraps traps = new ProcessTraps(core, target, calls, startup);
        target.coroutine = new Coroutine(() -> traps.live(executable.program()));
        core.trace.publish(
                new ProgramStarted(
                        core.trace.next(),
                        core.trace.nanos(),
                        target.endpoint,
                        name,
                        executable.kind()));
        core.scheduler.unblock(target, Rts.RECEIVING);
        return true;
    }

    /// Makes a slot one of the kernel's own, which sends notifications and never runs.
    public void becomeTask(Proc task) {
        task.kind = ProcessKind.KERNEL;
        task.priv = core.procs.privs()[Privilege.staticId(task.slot)];
        task.priv.owner = task;
    }

    /// Puts an executable and its arguments into the memory of `target`, with `memoryBytes` to
    /// spare. Returns false when there is not so much memory.
    public boolean load(
            Proc target, byte[] image, int frameAddress, byte[] frame, int memoryBytes) {
        int bytes = frameAddress - AddressSpace.BASE + frame.length + memoryBytes;
        return target.memory.resize(bytes)
                && core.copies.store(target, AddressSpace.BASE, image)
                && core.copies.store(target, frameAddress, frame);
    }

    // ---- Privileges

    /// Reads an encoded privilege that lies in the memory of `caller`.
    public Privilege readPrivilege(Proc caller, int address) {
        return Privilege.load(new ProcessMemory(caller.memory, _ -> {}), address);
    }

    /// Gives `target` a structure of its own with these rights; false when there is none left.
    public boolean givePriv(Proc target, Privilege rights) {
        Priv priv = target.priv.owner == target ? target.priv : core.procs.privFor(target.slot);
        if (priv == null) {
            return false;
        }
        priv.owner = target;
        priv.rights = rights;
        target.priv = priv;
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

    /// Lets `target` share the structure of all user processes.
    public void giveUserPriv(Proc target) {
        releasePriv(target);
    }

    // ---- Scheduling

    /// Whether a priority and quantum (-1 to keep either) make sense.
    public static boolean maySchedule(int priority, int quantumMillis) {
        return priority >= -1
                && priority < Scheduler.QUEUES
                && (quantumMillis == -1 || quantumMillis > 0);
    }

    /// Gives a process a queue and a fresh quantum; -1 keeps what it has.
    public void schedule(Proc target, int priority, int quantumMillis) {
        if (priority >= 0) {
            core.scheduler.reprioritize(target, priority);
        }
        if (quantumMillis > 0) {
            target.quantumMillis = quantumMillis;
        }
        target.quantumLeftNanos = target.quantumMillis * Processor.NANOS_PER_MILLI;
        core.trace.publish(
                new Scheduled(
                        core.trace.next(),
                        core.trace.nanos(),
                        target.endpoint,
                        target.priority,
                        target.quantumMillis));
        core.scheduler.unblock(target, Rts.NO_QUANTUM);
    }

    /// Makes `scheduler`, or for null the kernel, decide about `target`.
    public static void setScheduler(Proc target, @Nullable Endpoint scheduler) {
        target.scheduler = scheduler;
    }

    // ---- The end

    /// Ends `proc` for good: nobody can reach it any more, and its slot is free.
    public void clear(Proc proc) {
        core.scheduler.block(proc, Rts.NO_ENDPOINT);
        core.ipc.leaveQueue(proc);
        core.ipc.clearReferences(proc);
        core.interrupts.detachAll(proc);
        releasePriv(proc);
        proc.forgetPast();
        proc.memory.clear();
        proc.coroutine = null;
        proc.recording = null;
        proc.program = null;
        core.trace.publish(
                new ProcessDied(core.trace.next(), core.trace.nanos(), proc.endpoint, proc.name));
        proc.rts = Rts.SLOT_FREE;
    }

    private void releasePriv(Proc proc) {
        Priv priv = proc.priv;
        if (priv != core.procs.userPriv() && priv.owner == proc) {
            core.clock.setAlarm(priv, Priv.NO_ALARM);
            priv.reset();
            priv.owner = null;
            for (Priv other : core.procs.privs()) {
                other.ipcTo &= ~priv.bit();
            }
        }
        proc.priv = core.procs.userPriv();
    }

    /// Where a process is in its program; null when that is not known.
    public static @Nullable SourceLine line(Proc proc) {
        if (proc.faultLine != null) {
            return proc.faultLine;
        }
        return proc.coroutine == null ? null : proc.coroutine.line();
    }
}

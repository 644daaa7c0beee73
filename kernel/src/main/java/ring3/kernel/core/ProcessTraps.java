package ring3.kernel.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ring3.events.snapshots.SourceLine;
import ring3.kernel.boot.CostModel;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.Memory;
import ring3.syslib.Message;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Signals;
import ring3.syslib.Startup;
import ring3.syslib.Syslib;
import ring3.syslib.Trap;
import ring3.syslib.Traps;

/// The life of one program in one process: its first instruction, each of its ways into the kernel,
/// and its end. Traps run on the stack of the process, as in a real kernel; the process leaves the
/// processor only when it must.
final class ProcessTraps implements Traps {
    private final Core core;
    private final Proc proc;
    private final KernelCalls calls;
    private final Startup startup;
    private final ProcessMemory memory;

    ProcessTraps(Core core, Proc proc, KernelCalls calls, Startup startup) {
        this.core = core;
        this.proc = proc;
        this.calls = calls;
        this.startup = startup;
        AddressSpace space = proc.past == null ? proc.memory : proc.past;
        this.memory = new ProcessMemory(space, this::pageFault);
    }

    /// The process from its first to its last instruction.
    void live(Program program) {
        try {
            program.run(new Syslib(this));
            fault(Signals.SIGABRT, "its program returned", null);
        } catch (Throwable thrown) {
            SourceLine line = Coroutine.lineOf(thrown.getStackTrace());
            fault(signalOf(thrown), thrown.getClass().getSimpleName(), line);
        }
    }

    /// An exception of the processor. The process stays at the instruction that raised it: whoever
    /// lets it go on sees the same exception again. Never returns.
    private void fault(int signal, String cause, @Nullable SourceLine line) {
        while (true) {
            enter(0);
            core.processor.exception(proc, signal, cause, line);
            core.processor.leave(proc);
        }
    }

    /// Java exceptions are the exceptions of the emulated processor.
    private static int signalOf(Throwable thrown) {
        return switch (thrown) {
            case ArithmeticException _ -> Signals.SIGFPE;
            case AssertionError _, IllegalStateException _, IllegalArgumentException _ ->
                    Signals.SIGABRT;
            default -> Signals.SIGSEGV;
        };
    }

    private void pageFault(int address) {
        SourceLine line = Coroutine.lineOf(new Throwable().getStackTrace());
        String cause = "page fault at 0x" + Integer.toHexString(address);
        fault(Signals.SIGSEGV, cause, line);
    }

    // ---- Traps

    @Override
    public int send(Endpoint destination, Message message) {
        return sync(destination, message, Trap.SEND);
    }

    @Override
    public int sendnb(Endpoint destination, Message message) {
        return sync(destination, message, Trap.SENDNB);
    }

    private int sync(Endpoint destination, Message message, Trap trap) {
        if (replay() instanceof Integer status) {
            return status;
        }
        Objects.requireNonNull(message);
        enter(costs().message());
        Errno error = core.ipc.send(proc, destination, message, trap);
        return leave(error);
    }

    @Override
    public int notify(Endpoint destination) {
        if (replay() instanceof Integer status) {
            return status;
        }
        enter(costs().message());
        return leave(core.ipc.notify(proc, destination));
    }

    @Override
    public int senda(AsyncMessage[] table) {
        if (replay() instanceof Integer status) {
            return status;
        }
        for (AsyncMessage entry : table) {
            Objects.requireNonNull(entry.message);
        }
        enter(costs().message());
        return leave(core.ipc.senda(proc, table));
    }

    private int leave(Errno error) {
        core.processor.leave(proc);
        int status = error == Errno.OK ? proc.result.status() : error.status();
        return proc.recording == null ? status : proc.recording.returned(status);
    }

    @Override
    public Received receive(Endpoint source) {
        if (replay() instanceof Received received) {
            return received;
        }
        enter(costs().message());
        Errno error = core.ipc.receive(proc, source);
        return received(error);
    }

    @Override
    public Received sendrec(Endpoint destination, Message message) {
        boolean child = proc.past != null;
        if (replay() instanceof Received received) {
            return received;
        }
        if (child) {
            // The child of a fork: its parent made this request, the reply is for it.
            return received(Errno.OK);
        }
        Objects.requireNonNull(message);
        enter(costs().message());
        return received(core.ipc.sendrec(proc, destination, message));
    }

    private Received received(Errno error) {
        core.processor.leave(proc);
        Received received = error == Errno.OK ? proc.takeDelivered() : Received.failed(error);
        return proc.recording == null ? received : proc.recording.returned(received);
    }

    @Override
    public KernelReply call(KernelRequest request) {
        if (replay() instanceof KernelReply reply) {
            return reply;
        }
        enter(0);
        KernelReply reply = calls.call(proc, request);
        core.processor.leave(proc);
        return proc.recording == null ? reply : proc.recording.returned(reply);
    }

    private CostModel costs() {
        return core.costs;
    }

    private void enter(long nanos) {
        proc.result = Errno.OK;
        core.processor.charge(proc, costs().user() + costs().trap() + nanos);
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public Startup startup() {
        return proc.recording == null ? startup : proc.recording.startup();
    }

    // ---- A child catches up with its parent

    /// What the parent got from this trap; null when the process lives its own life.
    private @Nullable Object replay() {
        AddressSpace past = proc.past;
        Recording recording = proc.recording;
        if (past == null || recording == null) {
            return null;
        }
        Object result = recording.replay(past);
        if (result == null) {
            proc.forgetPast();
            memory.become(proc.memory);
        }
        return result;
    }
}

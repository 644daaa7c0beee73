package ring3.kernel.core;

import module ring3.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The life of one program in one process: its first instruction, each of its ways into the kernel,
/// and its end. Traps run on the stack of the process, as in a real kernel; the process leaves the
/// processor only when it must.
final class ProcessTraps implements Traps, Meter.Supervisor {
    private final Core core;
    private final Proc proc;
    private final Startup startup;
    private final ProcessMemory memory;
    private @Nullable SignalHandler handler;
    final Meter meter = new Meter(this, Meter.HEAP_BYTES);

    ProcessTraps(Core core, Proc proc, Startup startup) {
        this.core = core;
        this.proc = proc;
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
            if (core.processor.inKernel && !(thrown instanceof Coroutine.Stuck)) {
                core.processor.panic(proc, "the kernel has a bug: " + thrown);
            }
            SourceLine line = SourceLine.of(thrown.getStackTrace());
            fault(signalOf(thrown), thrown.getClass().getSimpleName(), line);
        }
    }

    /// An exception of the processor. The process stays at the instruction that raised it: whoever
    /// lets it go on sees the same exception again. Never returns.
    private void fault(int signal, String cause, @Nullable SourceLine line) {
        while (true) {
            enter(0);
            core.processor.exception(proc, signal, cause, line);
            leave();
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

    private void pageFault(int address, boolean write) {
        enter(0);
        if (core.pageFaults.report(proc, address, write)) {
            leave();
        } else {
            die(Signals.SIGSEGV, PageFaults.cause(address));
        }
    }

    @Override
    public void timer() {
        if (proc.past == null) {
            charge(0);
            leave();
        } else {
            meter.grant(Integer.MAX_VALUE);
        }
    }

    @Override
    public void stackOverflow() {
        die(Signals.SIGSEGV, "stack overflow");
    }

    @Override
    public void outOfMemory() {
        die(Signals.SIGKILL, "ENOMEM: its objects do not fit into its memory");
    }

    private void die(int signal, String cause) {
        fault(signal, cause, SourceLine.of(new Throwable().getStackTrace()));
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
        return status(core.ipc.send(proc, destination, message, trap));
    }

    @Override
    public int notify(Endpoint destination) {
        if (replay() instanceof Integer status) {
            return status;
        }
        enter(costs().message());
        return status(core.ipc.notify(proc, destination));
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
        return status(core.async.senda(proc, table));
    }

    private int status(Errno error) {
        leave();
        return end(error == Errno.OK ? proc.result.status() : error.status());
    }

    @Override
    public Received receive(Endpoint source) {
        if (replay() instanceof Received received) {
            return received;
        }
        enter(costs().message());
        return received(core.ipc.receive(proc, source));
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
        leave();
        return end(error == Errno.OK ? proc.takeDelivered() : Received.failed(error));
    }

    @Override
    public KernelReply call(KernelRequest request) {
        if (replay() instanceof KernelReply reply) {
            return reply;
        }
        enter(0);
        KernelReply reply = core.sys.call(proc, request);
        leave();
        return end(reply);
    }

    @Override
    public int in(int port, int width) {
        if (replay() instanceof Integer value) {
            return value;
        }
        instruction(port, width);
        int value = core.ports.in(proc, port, width);
        leave();
        return end(value);
    }

    @Override
    public void out(int port, int width, int value) {
        if (replay() == null) {
            instruction(port, width);
            core.ports.out(proc, port, width, value);
            leave();
            end(0);
        }
    }

    private void instruction(int port, int width) {
        boolean may = proc.portInstructions && proc.priv.mayUsePort(port, width);
        if (!may && !proc.kernelMode) {
            String cause = "general protection fault at port 0x" + Integer.toHexString(port);
            die(Signals.SIGSEGV, cause);
        }
        enter(costs().port());
    }

    private CostModel costs() {
        return core.costs;
    }

    private void enter(long nanos) {
        proc.result = Errno.OK;
        charge(costs().user() + costs().trap() + nanos);
        if (proc.stepping) {
            proc.stepping = false;
            core.signals.raise(proc, Signals.SIGTRAP);
        }
    }

    private void charge(long nanos) {
        core.processor.inKernel = true;
        core.processor.charge(proc, meter.used() * costs().instruction() + nanos);
    }

    private void leave() {
        core.processor.leave(proc);
        meter.grant(core.processor.nanosFor(proc) / costs().instruction());
    }

    /// The last of a trap: what it returns is noted, and signals are handled before it returns.
    private <T> T end(T result) {
        if (proc.recording != null) {
            proc.recording.returned(result);
        }
        if (!proc.signalFrames.isEmpty()) {
            handleSignals();
        }
        return result;
    }

    private void handleSignals() {
        SignalFrame frame = proc.signalFrames.poll();
        for (; frame != null; frame = proc.signalFrames.poll()) {
            if (proc.recording != null) {
                proc.recording.returned(frame);
            }
            handle(frame);
        }
    }

    private void handle(SignalFrame frame) {
        if (handler != null) {
            proc.handlersRunning += proc.past == null ? 1 : 0;
            handler.handle(frame.signal(), frame.handler(), frame.mask());
        }
    }

    @Override
    public void onSignal(SignalHandler newHandler) {
        handler = newHandler;
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public Startup startup() {
        Startup then = proc.recording == null ? startup : proc.recording.startup();
        return proc.past == null ? then.as(proc.endpoint) : then;
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
            meter.used();
            proc.past = null;
            memory.become(proc.memory);
            return null;
        }
        SignalFrame frame = recording.signal();
        for (; frame != null; frame = recording.signal()) {
            handle(frame);
        }
        return result;
    }
}

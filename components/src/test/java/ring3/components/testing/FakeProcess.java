package ring3.components.testing;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Rs;
import ring3.components.protocol.Rs.RsInit;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelRequest.Exit;
import ring3.syslib.Message;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// A program that runs on [FakeTraps] until it waits for a message that has not come. It has a
/// thread of its own, but the test and the program never run at the same time.
public final class FakeProcess implements AutoCloseable {
    /// Leaves the program for good.
    private static final class Ended extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final FakeTraps traps;
    private final Semaphore processRuns = new Semaphore(0);
    private final Semaphore testRuns = new Semaphore(0);
    private boolean closing;
    private boolean ended;
    private @Nullable Throwable failure;

    /// Starts `program` and lets it run until it waits.
    public FakeProcess(FakeTraps traps, Program program) {
        this.traps = traps;
        traps.whenIdle(this::pause);
        traps.answer(
                Exit.class,
                _ -> {
                    throw new Ended();
                });
        Thread thread = new Thread(() -> live(program), "process under test");
        thread.setDaemon(true);
        thread.start();
        run();
    }

    /// Starts a service and gives it the order to initialise.
    public static FakeProcess service(FakeTraps traps, Program program) {
        traps.deliver(Endpoint.RS, new RsInit(Rs.FRESH, 1));
        return new FakeProcess(traps, program);
    }

    private void live(Program program) {
        processRuns.acquireUninterruptibly();
        try {
            program.run(new Syslib(traps));
        } catch (Ended end) {
            // The process asked for its end, or the test is over.
        } catch (Throwable escaped) {
            failure = escaped;
        }
        ended = true;
        testRuns.release();
    }

    private void pause() {
        testRuns.release();
        processRuns.acquireUninterruptibly();
        if (closing) {
            throw new Ended();
        }
    }

    /// Lets the program go on with what is in its inbox, until it waits again.
    public FakeProcess run() {
        if (!ended) {
            processRuns.release();
            testRuns.acquireUninterruptibly();
        }
        if (failure != null) {
            throw new AssertionError("the program failed", failure);
        }
        return this;
    }

    /// Sends the program a message and lets it go on.
    public FakeProcess deliver(Endpoint source, Message message) {
        traps.deliver(source, message);
        return run();
    }

    /// Lets time pass and the program go on.
    public FakeProcess passTicks(long ticks) {
        traps.passTicks(ticks);
        return run();
    }

    /// Whether the program has returned or asked for its end.
    public boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        closing = true;
        run();
    }
}

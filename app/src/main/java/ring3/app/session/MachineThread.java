package ring3.app.session;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ring3.events.Observer;
import ring3.hardware.Hart;
import ring3.hardware.Key;
import ring3.syslib.Endpoint;
import ring3.visualizer.ConsoleKey;
import ring3.visualizer.EventTrace;
import ring3.visualizer.LatestSnapshot;
import ring3.visualizer.MachineControl;
import ring3.visualizer.Speed;
import ring3.visualizer.StepSize;

/// The thread of a machine in the lab. Whoever controls the machine leaves a note; the thread takes
/// the notes between two runs of the kernel, so every input falls on a moment that can be told and
/// repeated. It never waits for the screen, and sleeps exactly until there is something to do.
public final class MachineThread implements MachineControl, AutoCloseable {
    private final Queue<Consumer<PacedSession>> notes = new ArrayDeque<>();
    private final Function<Observer, Session> powerOn;
    private final EventTrace trace;
    private final LatestSnapshot latest;
    private final Consumer<String> onFailure;
    private final Hart thread = new Hart("machine", this::work);
    private boolean closed;

    /// A machine that stands; [#run()] lets it go.
    ///
    /// @param powerOn makes a session with a machine that has just been switched on
    /// @param onFailure gets a sentence, on the machine's thread, when Ring3 itself fails
    public MachineThread(
            Function<Observer, Session> powerOn,
            EventTrace trace,
            LatestSnapshot latest,
            Consumer<String> onFailure) {
        this.powerOn = powerOn;
        this.trace = trace;
        this.latest = latest;
        this.onFailure = onFailure;
        thread.setDaemon(true);
    }

    /// Starts the thread.
    public void start() {
        thread.start();
    }

    private void work() {
        try {
            var session = new PacedSession(powerOn, trace, latest);
            long waitNanos = 0;
            while (takeNotes(session, waitNanos)) {
                waitNanos = session.goOn(System.nanoTime());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (BrokenMachine broken) {
            onFailure.accept(broken.sentence());
        } catch (RuntimeException | AssertionError failure) {
            onFailure.accept(BrokenMachine.sentence(failure));
        }
    }

    /// Waits for a note, at most so long, and does what the notes say. Returns whether to go on.
    private boolean takeNotes(PacedSession session, long waitNanos) throws InterruptedException {
        Queue<Consumer<PacedSession>> taken;
        synchronized (this) {
            await(waitNanos);
            taken = new ArrayDeque<>(notes);
            notes.clear();
        }
        taken.forEach(note -> note.accept(session));
        return !isClosed();
    }

    private synchronized void await(long waitNanos) throws InterruptedException {
        long start = System.nanoTime();
        for (long left = waitNanos;
                notes.isEmpty() && !closed && left > 0;
                left = waitNanos - (System.nanoTime() - start)) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void leave(Consumer<PacedSession> note) {
        notes.add(note);
        notifyAll();
    }

    @Override
    public void run() {
        leave(session -> session.run(System.nanoTime()));
    }

    @Override
    public void pause() {
        leave(PacedSession::pause);
    }

    @Override
    public void step(StepSize size) {
        leave(session -> session.step(size, System.nanoTime()));
    }

    @Override
    public void setSpeed(Speed speed) {
        leave(session -> session.setSpeed(speed, System.nanoTime()));
    }

    @Override
    public void select(@Nullable Endpoint process) {
        leave(session -> session.select(process));
    }

    @Override
    public void crash(Endpoint process) {
        leave(session -> session.apply(new Input.Crash(process)));
    }

    @Override
    public void kill(Endpoint process) {
        leave(session -> session.apply(new Input.Kill(process)));
    }

    @Override
    public void key(char character) {
        leave(session -> session.type(character));
    }

    @Override
    public void key(ConsoleKey key) {
        Key pressed = Key.valueOf(key.name());
        leave(session -> session.type(pressed));
    }

    /// Sends a parcel to the courier in the machine.
    public void send(Parcel parcel) {
        leave(session -> session.send(parcel));
    }

    @Override
    public void reset() {
        leave(session -> session.reset(System.nanoTime()));
    }

    /// Ends the thread and waits until it has ended.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

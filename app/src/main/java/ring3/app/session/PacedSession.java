package ring3.app.session;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.events.Observer;
import ring3.hardware.Key;
import ring3.syslib.Endpoint;
import ring3.visualizer.EventTrace;
import ring3.visualizer.LabFeed;
import ring3.visualizer.LatestSnapshot;
import ring3.visualizer.Speed;
import ring3.visualizer.StepSize;

/// A session that runs, stands or goes a step, at a speed. All of it belongs to the machine's
/// thread; it never looks at a clock itself.
final class PacedSession {
    /// While somebody types, or a parcel is on its way, the machine looks up more often.
    private static final long INPUT_NANOS = 2_000_000;

    /// A rest of this length is long enough for the screen to show a frame.
    private static final long FRAME_NANOS = 15_000_000;

    private final Function<Observer, Session> powerOn;
    private final EventTrace trace;
    private final LatestSnapshot latest;
    private final Pace pace = new Pace();
    private final StepGoal goal = new StepGoal();
    private final Stillness stillness = new Stillness();
    private Typist typist = new Typist();
    private ParcelCable cable = new ParcelCable();
    private LabFeed feed;
    private Session session;
    private boolean running;
    private boolean still;
    private boolean changed = true;

    /// The real time at which the machine may go on.
    private long resumeAt = Long.MIN_VALUE;

    PacedSession(Function<Observer, Session> powerOn, EventTrace trace, LatestSnapshot latest) {
        this.powerOn = powerOn;
        this.trace = trace;
        this.latest = latest;
        feed = new LabFeed(trace, latest);
        session = powerOn.apply(this::observe);
        cable.plugInto(session);
    }

    private boolean observe(KernelEvent event) {
        feed.on(event);
        stillness.add(event);
        cable.add(event);
        return goal.add(event);
    }

    void reset(long realNow) {
        feed = new LabFeed(trace, latest);
        typist = new Typist();
        cable = new ParcelCable();
        session = powerOn.apply(this::observe);
        cable.plugInto(session);
        goal.clear();
        start(realNow);
    }

    void run(long realNow) {
        running = true;
        start(realNow);
    }

    private void start(long realNow) {
        aim();
        pace.start(realNow, session.nanos());
        resumeAt = realNow;
        changed = true;
    }

    void pause() {
        running = false;
        goal.clear();
        changed = true;
    }

    void step(StepSize size, long realNow) {
        running = false;
        goal.set(size);
        resumeAt = realNow;
        changed = true;
    }

    void setSpeed(Speed speed, long realNow) {
        pace.set(speed);
        start(realNow);
    }

    /// At a few messages a second the machine rests at each; a step under way goes on.
    private void aim() {
        if (running && pace.countsMessages()) {
            goal.set(StepSize.MESSAGE);
        } else if (running) {
            goal.clear();
        }
    }

    void select(@Nullable Endpoint process) {
        goal.select(process);
    }

    void apply(Input input) {
        session.apply(input);
        changed = true;
    }

    void type(char character) {
        typist.type(character);
    }

    void type(Key key) {
        typist.type(key);
    }

    void send(Parcel parcel) {
        cable.send(parcel);
    }

    /// Goes on for a short while if that is due, and shows what has become of it. Returns how long
    /// to wait, in real time, before there is more to do.
    long goOn(long realNow) {
        if (isBusy() && realNow >= resumeAt) {
            advance(realNow);
            resumeAt = realNow + pauseNanos();
        }
        long wait = isBusy() ? Math.max(0, resumeAt - realNow) : Long.MAX_VALUE;
        publish(wait > FRAME_NANOS);
        return wait;
    }

    private boolean isBusy() {
        return (running || goal.isOpen()) && !session.kernel().isStopped();
    }

    private void advance(long realNow) {
        typist.typeNext(session);
        cable.feed(session);
        long now = session.nanos();
        long until = running ? pace.until(realNow, now) : now + Pace.BEAT_NANOS;
        session.run(hasInput() ? Math.min(until, now + INPUT_NANOS) : until);
        still = stillness.take();
        running &= !session.kernel().isStopped();
        changed = true;
    }

    private boolean hasInput() {
        return !typist.isDone() || cable.isBusy();
    }

    private long pauseNanos() {
        if (!running) {
            return 0;
        }
        if (pace.countsMessages()) {
            boolean rests = goal.isReached();
            aim();
            return rests ? pace.pause(false) : 0;
        }
        return pace.pause(still && !hasInput());
    }

    /// Shows the machine as it is, if that is news. While frames are made faster than the screen
    /// takes them, most are left out; the last one before a rest never is.
    private void publish(boolean resting) {
        if (changed && (resting || !latest.isFull())) {
            feed.publish(
                    session.kernel().snapshot(),
                    session.machine().computer().ledPanel().picture(),
                    running,
                    pace.speed());
            changed = false;
        }
    }
}

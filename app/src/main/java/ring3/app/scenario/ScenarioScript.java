package ring3.app.scenario;

import java.util.List;
import ring3.app.report.CheckResult;
import ring3.app.session.Input;
import ring3.app.session.Script;
import ring3.app.session.Session;
import ring3.app.session.Typist;
import ring3.hardware.DiskImage;
import ring3.hardware.MemoryImage;
import ring3.hardware.VirtualClock;
import ring3.syslib.Endpoint;

/// Takes the steps of a scenario. It looks at the machine every 10 ms of virtual time, and where
/// the seed decides on a moment, at that moment.
final class ScenarioScript implements Script {
    private static final long TICK_NANOS = 10_000_000;
    private static final long UNKNOWN = -1;

    private final List<Step> steps;
    private final Draws draws;
    private final Witness witness;
    private final Typist typist = new Typist();
    private DiskImage noted;
    private int position;
    private boolean begun;
    private long resumeNanos = UNKNOWN;
    private long dueNanos;
    private String trouble = "";

    ScenarioScript(List<Step> steps, Draws draws, Witness witness, DiskImage original) {
        this.steps = steps;
        this.draws = draws;
        this.witness = witness;
        noted = original;
    }

    @Override
    public long dueNanos() {
        return dueNanos;
    }

    @Override
    public boolean act(Session session) {
        while (!isOver()) {
            if (!take(steps.get(position), session)) {
                dueNanos = nextMoment(session.nanos());
                return false;
            }
            position++;
            begun = false;
            resumeNanos = UNKNOWN;
        }
        dueNanos = VirtualClock.NEVER;
        return true;
    }

    private long nextMoment(long now) {
        return resumeNanos == UNKNOWN ? (now / TICK_NANOS + 1) * TICK_NANOS : resumeNanos;
    }

    /// Goes on with a step. Returns whether it is done.
    private boolean take(Step step, Session session) {
        return switch (step) {
            case Step.Await(Condition condition) -> condition.judge(scene(session)).holds();
            case Step.Pause(var span) -> pause(session, span.nanos(), span.nanos());
            case Step.PauseBetween(var from, var to) -> pause(session, from.nanos(), to.nanos());
            case Step.Type(String text) -> type(session, text);
            case Step.Crash(String process) -> disturb(session, process, true);
            case Step.Kill(String process) -> disturb(session, process, false);
            case Step.NoteDisk _ -> note(session);
        };
    }

    /// What conditions may look at now.
    Scene scene(Session session) {
        return new Scene(session, witness, noted);
    }

    private boolean note(Session session) {
        noted = new MemoryImage(DiskCondition.bytes(session.machine().systemDisk()));
        return true;
    }

    private boolean pause(Session session, long from, long to) {
        if (resumeNanos == UNKNOWN) {
            resumeNanos = session.nanos() + draws.between(from, to);
        }
        return session.nanos() >= resumeNanos;
    }

    private boolean type(Session session, String text) {
        if (!begun) {
            begun = true;
            typist.type(text);
        }
        typist.typeNext(session);
        return typist.isDone();
    }

    private boolean disturb(Session session, String process, boolean crash) {
        Endpoint target = session.kernel().find(process);
        if (target == null
                || !session.apply(crash ? new Input.Crash(target) : new Input.Kill(target))) {
            trouble = "step " + (position + 1) + " found no process " + process;
        }
        return true;
    }

    /// Whether all steps were taken.
    boolean isOver() {
        return position == steps.size();
    }

    /// Whether the story could be told as it was meant.
    CheckResult result() {
        String name = "every step is taken";
        if (!isOver()) {
            String where = "the end came at step " + (position + 1) + ", " + steps.get(position);
            return new CheckResult(name, false, where);
        }
        boolean fine = trouble.isEmpty();
        return new CheckResult(name, fine, fine ? steps.size() + " steps" : trouble);
    }
}

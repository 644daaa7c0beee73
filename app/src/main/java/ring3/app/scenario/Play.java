package ring3.app.scenario;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.app.machine.MachineSpec;
import ring3.app.report.CheckResult;
import ring3.app.report.Report;
import ring3.app.session.ParcelCable;
import ring3.app.session.Session;
import ring3.events.Observer;
import ring3.hardware.DiskImage;
import ring3.kernel.Kernel;

/// A scenario that is being played.
public final class Play {
    private final String name;
    private final Scenario scenario;
    private final long seed;
    private final Witness witness;
    private final ScenarioScript script;
    private final Session session;

    /// A play that has not begun.
    ///
    /// @param name what the report calls the scenario
    /// @param systemDisk drive 0, which is not changed
    /// @param secondDisk drive 1, mounted on `/mnt`, or null
    /// @param observer sees every event too
    public Play(
            String name,
            Scenario scenario,
            long seed,
            DiskImage systemDisk,
            @Nullable DiskImage secondDisk,
            Observer observer) {
        this.name = name;
        this.scenario = scenario;
        this.seed = seed;
        witness = new Witness(observer);
        script = new ScenarioScript(scenario.steps(), new Draws(seed), witness, systemDisk);
        List<String> environment = scenario.environment(seed);
        if (secondDisk != null) {
            environment.add("mount=1");
        }
        environment.add("courier=" + ParcelCable.TERMINAL);
        session =
                new Session(
                        new MachineSpec(
                                systemDisk,
                                secondDisk,
                                environment,
                                scenario.costModel(),
                                scenario.hasIommu()),
                        script,
                        witness);
    }

    /// The machine that plays it.
    public Session session() {
        return session;
    }

    /// Plays until all steps are taken, the machine has stopped or its time is up.
    ///
    /// @param limitNanos the time, in virtual nanoseconds since power-on
    public void toTheEnd(long limitNanos) {
        while (!script.isOver() && !session.kernel().isStopped() && session.nanos() < limitNanos) {
            session.run(limitNanos);
        }
        if (session.kernel().isStopped()) {
            script.act(session); // What it waits for may be just this.
        }
    }

    /// How the play went so far.
    public Report report() {
        Kernel kernel = session.kernel();
        return new Report(
                name,
                seed,
                kernel.event(),
                kernel.nanos(),
                HexFormat.of().toHexDigits(kernel.traceHash()),
                kernel.panicReason() != null,
                session.machine().computer().vga().screen().text(),
                judge(),
                witness.restarts().all(),
                witness.denials().all());
    }

    private List<CheckResult> judge() {
        Scene scene = script.scene(session);
        List<CheckResult> results = new ArrayList<>();
        results.add(script.result());
        for (Check check : scenario.checks()) {
            Verdict verdict = check.that().judge(scene);
            results.add(new CheckResult(check.name(), verdict.holds(), verdict.detail()));
        }
        return results;
    }
}

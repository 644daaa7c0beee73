package ring3.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ring3.app.Home;
import ring3.app.Installation;
import ring3.app.report.Report;
import ring3.app.report.ReportFile;
import ring3.app.session.Session;
import ring3.events.Observer;
import ring3.visualizer.EventTrace;
import ring3.visualizer.LabFeed;
import ring3.visualizer.LatestSnapshot;

/// Goal: a run is a function of the scenario and its seed. Method: the scenario with the most
/// chance in it runs in every way there is, and the whole report is compared, hash and all.
class SameRunTest {
    private static final String NAME = "disk-driver-crash";
    private static final long LIMIT_NANOS = 60_000_000_000L;
    private static final Observer NOBODY = _ -> false;

    @TempDir private Path folder;

    private static Play play(long seed, Observer observer) {
        Home home = Installation.home();
        Scenario scenario = new Scenarios(home).find(NAME);
        return new Play(NAME, scenario, seed, home.systemDisk(), null, observer);
    }

    private static Report free(long seed, Observer observer) {
        Play play = play(seed, observer);
        play.toTheEnd(LIMIT_NANOS);
        return play.report();
    }

    @Test
    void twoRunsAreTheSame() {
        assertEquals(free(1, NOBODY), free(1, NOBODY));
    }

    @Test
    void anotherSeedIsAnotherRun() {
        assertNotEquals(free(1, NOBODY).traceHash(), free(2, NOBODY).traceHash());
    }

    @Test
    void aRunThatRestsBehindEveryEventIsTheSame() {
        assertEquals(free(1, NOBODY), free(1, _ -> true));
    }

    @Test
    void aRunInSlicesOfOddLengthsIsTheSame() {
        Play play = play(1, NOBODY);
        Session session = play.session();
        Report free = free(1, NOBODY);

        while (session.nanos() < free.virtualNanos() - 1_000_000) {
            session.run(session.nanos() + 777_777);
        }
        play.toTheEnd(LIMIT_NANOS);
        assertEquals(free, play.report());
    }

    @Test
    void aRunThatTheLabWatchesIsTheSame() {
        var feed = new LabFeed(new EventTrace(1 << 12), new LatestSnapshot());

        assertEquals(free(1, NOBODY), free(1, feed));
    }

    @Test
    void aRunInAnotherJvmWithAnotherHeapIsTheSame() throws IOException, InterruptedException {
        Path file = folder.resolve("report.json");
        var command =
                new ProcessBuilder(
                        Installation.launcher().toString(),
                        "run",
                        NAME,
                        "--report",
                        file.toString());
        command.environment().put("RING3_JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("RING3_JAVA_OPTIONS", "-Xmx180m -Duser.language=tr");
        command.redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile());
        Process process = command.start();

        assertEquals(true, process.waitFor(100, TimeUnit.SECONDS), "it ends");
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("output")));
        assertEquals(ReportFile.json(free(1, NOBODY)), Files.readString(file));
    }
}

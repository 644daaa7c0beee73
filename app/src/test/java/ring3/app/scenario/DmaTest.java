package ring3.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ring3.app.Installation;
import ring3.app.Span;
import ring3.app.disk.FsckMinix;
import ring3.app.report.Report;

/// The disk driver with the bus master does what it does without.
class DmaTest {
    private static final String WRITES =
            "mkdir /tmp/d; cp /home/big.txt /tmp/d/a; cp /tmp/d/a /tmp/b; rm /tmp/d/a;"
                    + " ls -l /bin > /tmp/d/ls; sync; echo written\n";

    @TempDir private Path folder;

    private static final Condition PROMPT = new Condition.Prompt(true);
    private static final Condition CAT = new Condition.Runs("cat");
    private static final Condition COPIED = new DiskCondition.SameFile("/tmp/b", "/home/big.txt");

    private static Play play(@Nullable String diskDma, List<Step> steps, Condition check) {
        var scenario =
                new Scenario(
                        "t",
                        "d",
                        1,
                        new Span(60_000_000_000L),
                        null,
                        null,
                        null,
                        null,
                        diskDma,
                        null,
                        steps,
                        List.of(new Check("it holds", check)));
        var play = new Play("dma", scenario, 1, Installation.home().systemDisk(), null, _ -> false);
        play.toTheEnd(scenario.limit().nanos());
        return play;
    }

    private static Play write(@Nullable String diskDma) {
        return play(
                diskDma,
                List.of(
                        new Step.Await(PROMPT),
                        new Step.Type(WRITES),
                        new Step.Await(new Condition.ConsoleShows("\nwritten")),
                        new Step.Await(PROMPT)),
                COPIED);
    }

    @Test
    void whatIsWrittenByDmaIsRightAndPassesFsck() throws IOException, InterruptedException {
        Play play = write("yes");

        assertTrue(play.report().passed(), play.report().summary());
        assertEquals(List.of(), play.report().denied());
        Path image = folder.resolve("disk.img");
        Files.write(image, DiskCondition.bytes(play.session().machine().systemDisk()));
        FsckMinix.assertClean(image);
    }

    @Test
    void theProcessorIsSparedAndTheDiskIsNotSlower() {
        Report byDma = write("yes").report();
        Report byProcessor = write(null).report();

        assertTrue(byDma.events() < byProcessor.events() / 2, byDma.summary());
        assertTrue(byDma.virtualNanos() <= byProcessor.virtualNanos(), byDma.summary());
    }

    @Test
    void aDriverThatDiesWhileTheDiskWritesToMemoryCostsNoByte() {
        Report report =
                play(
                                "yes",
                                List.of(
                                        new Step.Await(PROMPT),
                                        new Step.Type("cat /home/big.txt > /tmp/b; sync\n"),
                                        new Step.Await(CAT),
                                        new Step.Pause(new Span(13_000_000)),
                                        new Step.Crash("at_wini"),
                                        new Step.Await(new Condition.Not(CAT)),
                                        new Step.Await(PROMPT)),
                                COPIED)
                        .report();

        assertTrue(report.passed(), report.summary());
        assertEquals(1, report.restarts().size());
        assertEquals("IOMMU", report.denied().getFirst().rule());
    }
}

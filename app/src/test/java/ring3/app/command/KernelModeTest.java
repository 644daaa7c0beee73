package ring3.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Goal: the same faults on both sides of the boundary. In user mode the reincarnation server
/// replaces the driver; in kernel mode the machine panics and names it.
class KernelModeTest {
    @TempDir private Path folder;

    private Outcome run(String kernelMode, String steps) throws IOException {
        Path file = folder.resolve("test.json");
        Files.writeString(
                file,
                """
                {"title": "t", "description": "d", "seed": 1, "for": "60s", "kernelMode": [%s],
                 "steps": [{"await": {"prompt": true}}, %s], "checks": []}
                """
                        .formatted(kernelMode, steps));
        return Outcome.of("run", file.toString(), "--report", report().toString());
    }

    private Path report() {
        return folder.resolve("report.json");
    }

    private JsonNode reported() throws IOException {
        return new JsonMapper().readTree(Files.readString(report()));
    }

    /// The steps that start a driver.
    private static String start(String driver) {
        return "{'type': 'service up DRIVER\\n'}, {'await': {'runs': 'DRIVER'}}"
                .replace("DRIVER", driver)
                .replace('\'', '"');
    }

    /// The steps that start a driver which then fails: of its own bug, if it has one.
    private static String fail(String driver) {
        String crash = ", {\"await\": {\"prompt\": true}}, {\"crash\": \"trespass\"}";
        return start(driver) + (driver.equals("trespass") ? crash : "");
    }

    @ParameterizedTest
    @CsvSource({
        "trespass, crash on request",
        "wild, page fault at 0x80000",
        "spinner, SIGKILL",
        "stuck, SIGKILL",
    })
    void inUserModeTheDriverIsReplaced(String driver, String cause) throws IOException {
        String restarted =
                ", {\"await\": {\"restarts\": {\"label\": \"%s\", \"count\": 1}}}"
                        .formatted(driver);

        Outcome outcome = run("", fail(driver) + restarted);

        assertEquals(0, outcome.status(), outcome.out() + outcome.err());
        JsonNode restart = reported().get("restarts").get(0);
        assertEquals(driver, restart.get("label").asString());
        assertTrue(restart.get("cause").asString().startsWith(cause), restart.toString());
        assertFalse(reported().get("panicked").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({
        "trespass, trespass died in kernel mode of crash on request",
        "wild, wild wrote to 0x80000",
        "stuck, stuck has not let go of the processor for a second",
        "spinner, spinner has not let go of the processor for a second",
    })
    void inKernelModeTheMachinePanics(String driver, String reason) throws IOException {
        String more = ", {\"await\": {\"panics\": true}}";

        Outcome outcome = run('"' + driver + '"', fail(driver) + more);

        assertEquals(3, outcome.status(), outcome.out() + outcome.err());
        assertTrue(reported().get("panicked").asBoolean());
        assertTrue(reported().get("console").asString().contains("KERNEL PANIC"), outcome.out());
        assertTrue(reported().get("console").asString().contains(reason), outcome.out());
        assertEquals(0, reported().get("restarts").size());
    }

    @Test
    void aSystemThatIsAllKernelWorksAsLongAsNobodyMakesAMistake() throws IOException {
        String all =
                """
                "vm", "ds", "rs", "pm", "sched", "vfs", "memory", "tty", "at_wini", "mfs"\
                """;

        Outcome outcome =
                run(
                        all,
                        "{\"type\": \"ls /home\\n\"}, {\"await\": {\"consoleShows\": \"big.txt\"}}");

        assertEquals(0, outcome.status(), outcome.out() + outcome.err());
    }

    @Test
    void aPortThatIsNotItsOwnIsNoMatterInKernelMode() throws IOException {
        run("\"trespass\"", start("trespass"));

        assertEquals(0, reported().get("denied").size());
    }

    @Test
    void aMachineThatHasPanickedCanBePhotographedEverAfter() {
        Path picture = folder.resolve("p.png");

        Outcome outcome =
                Outcome.of("screenshot", "wild-pointer-kernel", "--at", "99s", "-o", picture + "");

        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(Files.exists(picture));
        String never = "9999999";
        assertEquals(
                2,
                Outcome.of("screenshot", "wild-pointer-kernel", "--at", never, "-o", picture + "")
                        .status());
    }
}

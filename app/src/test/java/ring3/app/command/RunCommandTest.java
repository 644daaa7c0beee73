package ring3.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Scenarios from the command line: what is printed, what is reported, and the exit status.
class RunCommandTest {
    @TempDir private Path folder;

    private JsonNode report(String... arguments) throws IOException {
        Path file = folder.resolve("report.json");
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--report", file.toString()));
        Outcome.of(all.toArray(new String[0]));
        return new JsonMapper().readTree(Files.readString(file));
    }

    private String scenario(String steps, String checks) throws IOException {
        Path file = folder.resolve("test.json");
        Files.writeString(
                file,
                """
                {"title": "t", "description": "d", "seed": 1, "for": "20s",
                 "steps": [%s], "checks": [%s]}
                """
                        .formatted(steps, checks));
        return file.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boot",
                "disk-driver-crash",
                "dma-guarded",
                "dma-unguarded",
                "forbidden-port",
                "scheduling-policies",
                "silent-driver",
                "wild-pointer-kernel",
                "wild-pointer-user"
            })
    void everyShippedScenarioPasses(String name) {
        Outcome outcome = Outcome.of("run", name);

        assertEquals(0, outcome.status(), outcome.out() + outcome.err());
        assertEquals("", outcome.err());
    }

    @Test
    void withoutADisplayTheDefaultScenarioPlaysInTheTerminal() {
        Outcome outcome = Outcome.of();

        assertEquals(0, outcome.status());
        assertTrue(outcome.out().contains("boot, seed 1"), outcome.out());
        assertTrue(outcome.err().startsWith("ring3: there is no display"), outcome.err());
    }

    @Test
    void theReportHasTheFieldsThatScriptsRelyOn() throws IOException {
        JsonNode report = report("run", "boot", "--seed", "7");

        assertEquals(
                List.of(
                        "scenario",
                        "seed",
                        "events",
                        "virtualNanos",
                        "traceHash",
                        "panicked",
                        "console",
                        "checks",
                        "restarts",
                        "denied"),
                List.copyOf(report.propertyNames()));
        assertEquals("boot", report.get("scenario").asString());
        assertEquals(7, report.get("seed").asLong());
        assertTrue(report.get("traceHash").asString().matches("[0-9a-f]{16}"));
        assertEquals(
                List.of("name", "passed", "detail"),
                List.copyOf(report.get("checks").get(0).propertyNames()));
    }

    @Test
    void threeCrashesOfTheDiskDriverAreThreeRestarts() throws IOException {
        JsonNode restarts = report("run", "disk-driver-crash").get("restarts");

        assertEquals(3, restarts.size());
        long before = 0;
        for (int i = 0; i < 3; i++) {
            JsonNode restart = restarts.get(i);
            assertEquals("at_wini", restart.get("label").asString());
            assertEquals(i + 2, restart.get("generation").asInt());
            assertTrue(restart.get("cause").asString().startsWith("crash on request"));
            assertTrue(restart.get("diedAt").asLong() > before);
            assertTrue(restart.get("restoredAt").asLong() > restart.get("diedAt").asLong());
            before = restart.get("restoredAt").asLong();
        }
    }

    @Test
    void aForbiddenPortIsReportedWithItsRule() throws IOException {
        JsonNode denied = report("run", "forbidden-port").get("denied");

        assertEquals(1, denied.size());
        assertEquals("trespass", denied.get(0).get("process").asString());
        assertEquals("PORT_RANGE", denied.get(0).get("rule").asString());
        assertEquals("EPERM", denied.get(0).get("error").asString());
        assertTrue(denied.get(0).get("what").asString().contains("not in its privileges"));
        assertTrue(denied.get(0).get("event").asLong() > 0);
    }

    @Test
    void aCheckThatFailsIsStatusOne() throws IOException {
        String checks = "{\"name\": \"n\", \"that\": {\"consoleShows\": \"never shown\"}}";

        Outcome outcome = Outcome.of("run", scenario("{\"wait\": \"1ms\"}", checks));

        assertEquals(1, outcome.status());
        assertTrue(outcome.out().contains("FAILED  n: the console shows no"), outcome.out());
    }

    @Test
    void aStepThatIsNeverDoneFailsWhenTheTimeIsUp() {
        Outcome outcome = Outcome.of("run", "boot", "--for", "1ms");

        assertEquals(1, outcome.status());
        assertTrue(outcome.out().contains("the end came at step 1"), outcome.out());
    }

    @Test
    void aPanicThatNobodyExpectedIsStatusThree() throws IOException {
        String steps = "{\"await\": {\"prompt\": true}}, {\"kill\": \"vfs\"}, {\"wait\": \"1s\"}";

        Outcome outcome = Outcome.of("run", scenario(steps, ""));

        assertEquals(3, outcome.status(), outcome.out());
        assertTrue(outcome.err().endsWith("the emulated kernel panicked\n"), outcome.err());
    }

    @Test
    void aPanicThatTheScenarioExpectsIsFine() throws IOException {
        String steps =
                "{\"await\": {\"prompt\": true}}, {\"kill\": \"vfs\"}, {\"await\": {\"panics\": true}}";
        String checks = "{\"name\": \"n\", \"that\": {\"panics\": true}}";

        assertEquals(0, Outcome.of("run", scenario(steps, checks)).status());
    }
}

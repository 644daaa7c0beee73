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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `ring3 bench` from the command line. How fast anything is, no test says.
class BenchCommandTest {
    @TempDir private Path folder;

    @Test
    void oneGroupIsMeasuredAndWrittenAsATableAndAsJson() throws IOException {
        Path file = folder.resolve("bench.json");

        Outcome outcome =
                Outcome.of("bench", "--quick", "--only", "call", "--json", file.toString());

        assertEquals(0, outcome.status(), outcome.err());
        List<String> rows = outcome.out().lines().toList();
        assertTrue(rows.get(0).startsWith("benchmark "), outcome.out());
        assertTrue(rows.get(1).startsWith("call.devio "), outcome.out());
        assertTrue(rows.get(2).startsWith("call.safecopy4k "), outcome.out());
        assertEquals(3, rows.size(), outcome.out());
        List<String> names = new ArrayList<>();
        for (JsonNode result : new JsonMapper().readTree(Files.readString(file)).get("results")) {
            names.add(result.get("name").asString());
            assertTrue(result.get("value").asDouble() > 0);
            assertEquals("ns", result.get("unit").asString());
            assertEquals(1, result.get("runs").asInt());
        }
        assertEquals(List.of("call.devio", "call.safecopy4k"), names);
    }
}

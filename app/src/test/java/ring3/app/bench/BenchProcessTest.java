package ring3.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ring3.app.BadInput;
import ring3.app.Home;
import ring3.app.Installation;

/// The JVM of the benchmarks.
class BenchProcessTest {
    @TempDir private Path folder;

    @Test
    void itHasTheFlagsOfTheLauncher() throws IOException {
        String launcher = Files.readString(Installation.launcher());

        for (String flag : BenchProcess.FLAGS) {
            assertTrue(launcher.contains("    " + flag + " \\\n"), flag);
        }
    }

    @Test
    void anInstallationWithoutBenchmarksIsToldSo() {
        var process = new BenchProcess(new Home(folder), _ -> {});

        BadInput problem =
                assertThrows(BadInput.class, () -> process.run(List.of(BenchGroup.CALL), true));

        assertEquals(
                folder.resolve("bench") + ": the benchmarks are not installed", problem.sentence());
    }
}

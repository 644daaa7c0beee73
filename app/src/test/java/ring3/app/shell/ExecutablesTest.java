package ring3.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ring3.app.Installation;
import ring3.app.command.Outcome;
import ring3.loader.ExecutableFile;
import ring3.loader.Refusal;

/// Programs run from whatever bytes lie on a disk.
class ExecutablesTest {
    @TempDir private Path folder;

    private Path disk = Path.of("");
    private byte[] echo = {};

    @BeforeEach
    void makeDisk() throws IOException {
        disk = folder.resolve("d.img");
        Path file = folder.resolve("echo");
        String system = Installation.launcher().resolveSibling("../assets/system.img").toString();
        ok("disk", "mkfs", disk.toString(), "--size", "2M");
        ok("disk", "get", system, "/bin/echo", file.toString());
        echo = Files.readAllBytes(file);
    }

    private static Outcome ok(String... arguments) {
        Outcome outcome = Outcome.of(arguments);
        assertEquals(0, outcome.status(), outcome.err());
        return outcome;
    }

    private Outcome runs(byte[] bytes, String arguments) throws IOException {
        Path file = folder.resolve("program");
        Files.write(file, bytes);
        ok("disk", "put", disk.toString(), file.toString(), "/program", "--mode", "755");
        return Outcome.of("shell", "--disk", disk.toString(), "-c", "/mnt/program " + arguments);
    }

    /// Its bytes are none that the build has seen.
    @Test
    void aProgramThatWasPutOnADiskAfterwardsRuns() throws IOException, Refusal {
        ExecutableFile known = ExecutableFile.read(echo);
        byte[] unknown =
                new ExecutableFile("parrot", known.kind(), known.main(), known.classes()).bytes();

        Outcome outcome = runs(unknown, "never seen before");

        assertEquals("never seen before\n", outcome.out(), outcome.err());
        assertEquals(0, outcome.status());
    }

    @Test
    void aDamagedProgramIsNoProgramAndNobodyDies() throws IOException {
        byte[] flipped = echo.clone();
        flipped[echo.length / 2] ^= 0x10;
        byte[] cut = Arrays.copyOf(echo, echo.length / 2);

        for (byte[] damaged : new byte[][] {flipped, cut}) {
            Outcome outcome = runs(damaged, "; echo still here; exit 7");

            assertTrue(outcome.err().contains("Exec format error"), outcome.err());
            assertEquals("still here\n", outcome.out());
            assertEquals(7, outcome.status());
        }
    }
}

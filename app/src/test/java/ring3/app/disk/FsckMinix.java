package ring3.app.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The judge of MINIX file systems: `fsck.minix` of util-linux.
public final class FsckMinix {
    private static final Path TOOL = Path.of("/usr/sbin/fsck.minix");

    private FsckMinix() {}

    /// Skips the test without the tool.
    public static void assumeItIsThere() {
        assumeTrue(Files.isExecutable(TOOL), "fsck.minix of util-linux is not installed");
    }

    /// Fails with what the tool prints unless it finds no error. Skips the test without the tool.
    public static void assertClean(Path image) throws IOException, InterruptedException {
        assumeItIsThere();
        Process process =
                new ProcessBuilder(TOOL.toString(), "-f", image.toString())
                        .redirectErrorStream(true)
                        .start();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertEquals(0, process.waitFor(), said);
    }
}

package ring3.app.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The judges of MINIX file systems: `mkfs.minix` and `fsck.minix` of util-linux. Where they are
/// not installed, whoever calls them is skipped.
public final class FsckMinix {
    private static final String MKFS = "/usr/sbin/mkfs.minix";
    private static final String FSCK = "/usr/sbin/fsck.minix";
    private static final int SECONDS_MAX = 20;

    private FsckMinix() {}

    /// What a tool said, and the status that it ended with; negative when it did not end.
    public record Verdict(int status, String said) {}

    /// Makes an image of so many bytes with an empty file system of MINIX V3.
    public static void make(Path image, int bytes) throws IOException, InterruptedException {
        Files.write(image, new byte[bytes]);
        Verdict verdict = run(MKFS, "-3", image.toString());
        assertEquals(0, verdict.status(), verdict.said());
    }

    /// Fails with what the tool prints unless it finds no error.
    public static void assertClean(Path image) throws IOException, InterruptedException {
        Verdict verdict = check(image);
        assertEquals(0, verdict.status(), verdict.said());
    }

    /// What it finds: status 0 means no error, 4 errors, 8 that it cannot even look.
    public static Verdict check(Path image) throws IOException, InterruptedException {
        return run(FSCK, "-f", image.toString());
    }

    private static Verdict run(String... command) throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(Path.of(command[0])),
                command[0] + " of util-linux is not installed");
        Path said = Files.createTempFile("said", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            boolean ended = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
            process.destroyForcibly();
            String text = Files.readString(said, StandardCharsets.ISO_8859_1);
            return new Verdict(ended ? process.waitFor() : -1, text);
        } finally {
            Files.delete(said);
        }
    }
}

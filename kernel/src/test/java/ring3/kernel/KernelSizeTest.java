package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The headline number of the design: a kernel of at most 4,000 lines of code, as `count-lines`
/// counts them.
class KernelSizeTest {
    @TempDir private Path folder = Path.of("");

    /// How the script ended and what it said.
    private record Count(int status, String text) {}

    private static Count count(Path sources) throws IOException, InterruptedException {
        var script =
                new ProcessBuilder("./count-lines", sources.toString())
                        .redirectErrorStream(true)
                        .start();
        String text = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Count(script.waitFor(), text);
    }

    @Test
    void kernelHasAtMostFourThousandLinesOfCode() throws IOException, InterruptedException {
        Count kernel = count(Path.of("src/main/java"));

        assertEquals(0, kernel.status(), kernel.text());
    }

    @Test
    void commentsAndBlankLinesDoNotCountAndImportsDo() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("A.java"),
                """
                /// A comment.
                package a; // 1

                import b; // 2
                /* Not
                 * this,
                 */ class A { // 3
                    /* nor */ /* that */
                    int a; /* but this: 4 */
                \t\s
                } // 5
                """);
        Files.writeString(folder.resolve("notes.txt"), "no code\n");

        assertEquals(new Count(0, "5 of 4000\n"), count(folder));
    }

    @Test
    void oneLineMoreThanFourThousandIsAnError() throws IOException, InterruptedException {
        Path source = folder.resolve("A.java");
        Files.writeString(source, "int a;\n".repeat(4000));
        assertEquals(new Count(0, "4000 of 4000\n"), count(folder));

        Files.writeString(source, "int a;\n".repeat(4001));

        Count count = count(folder);
        assertEquals(1, count.status());
        assertTrue(count.text().contains("4001 lines"), count.text());
    }

    @Test
    void aFolderWithoutCodeIsAnError() throws IOException, InterruptedException {
        assertEquals(1, count(folder).status());
    }
}

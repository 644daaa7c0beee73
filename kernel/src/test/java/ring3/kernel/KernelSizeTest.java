package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The headline number of the design: a kernel of at most 4,000 lines of code.
class KernelSizeTest {
    private static final int LINES_MAX = 4_000;

    @Test
    void kernelHasAtMostFourThousandLinesOfCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            long lines =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .mapToLong(KernelSizeTest::codeLines)
                            .sum();
            assertTrue(lines > 1_000, "found " + lines);
            assertTrue(lines <= LINES_MAX, lines + " lines");
        }
    }

    /// Lines that are neither blank nor comment; the sources have no block comments.
    private static long codeLines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .count();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}

package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The headline number of the design: a kernel of at most 4,000 lines of code. What processes call
/// in their own mode and what observers are told is no part of it.
class KernelSizeTest {
    private static final int LINES_MAX = 4_000;
    private static final Path SOURCES = Path.of("src/main/java/ring3/kernel");
    private static final Set<String> OUTSIDE = Set.of("syslib", "events", "snapshots");

    @Test
    void kernelHasAtMostFourThousandLinesOfCode() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            long lines =
                    files.filter(KernelSizeTest::isKernel)
                            .mapToLong(KernelSizeTest::codeLines)
                            .sum();
            assertTrue(lines > 1_000, "found " + lines);
            assertTrue(lines <= LINES_MAX, lines + " lines");
        }
    }

    private static boolean isKernel(Path file) {
        String top = SOURCES.relativize(file).getName(0).toString();
        return file.toString().endsWith(".java") && !OUTSIDE.contains(top);
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

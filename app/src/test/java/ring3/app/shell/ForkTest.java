package ring3.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ring3.app.command.Outcome;

/// A program that nobody of Ring3 has written forks like any other.
class ForkTest {
    private static final String TWINS =
            """
            import java.util.ArrayList;
            import java.util.List;
            import ring3.components.lib.posix.Posix;
            import ring3.components.lib.posix.UserProgram;

            public final class Twins implements UserProgram {
                @Override
                public int main(Posix posix, List<String> arguments) {
                    List<String> said = new ArrayList<>();
                    for (int i = 0; i < 2; i++) {
                        said.add(posix.fork() == 0 ? "child" : "parent");
                    }
                    posix.out().line(String.join(" ", said));
                    return 0;
                }
            }
            """;

    @TempDir private Path folder;

    @Test
    void twoForksMakeFourProcessesWithAPastInCommon() throws IOException {
        assertEquals(0, Outcome.of("new", "program", "twins", "--in", folder + "").status());
        Path twins = folder.resolve("twins");
        Files.writeString(twins.resolve("src").resolve("Twins.java"), TWINS);

        Outcome outcome =
                Outcome.of("shell", "--with", twins + "", "-c", "twins | cat; twins | wc -l");

        String[] lines = outcome.out().split("\n", -1);
        List<String> said =
                Arrays.stream(lines)
                        .filter(line -> line.contains(" p") || line.contains(" c"))
                        .sorted()
                        .toList();
        assertEquals(
                List.of("child child", "child parent", "parent child", "parent parent"),
                said,
                outcome.out() + outcome.err());
        assertEquals("4", lines[4].strip());
    }
}

package ring3.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The one table of kernel calls, in the terminal and in the README.
class CallsCommandTest {
    private static final Path README = Path.of("..", "README.md");
    private static final String BEGIN = "<!-- ring3 calls --markdown -->\n";
    private static final String END = "<!-- end of ring3 calls -->\n";

    @Test
    void printsEachCallWithItsArguments() {
        Outcome outcome = Outcome.of("calls");

        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(
                outcome.out()
                        .startsWith(
                                """
                                Processes
                                   0  SYS_FORK(parent, slot, flags)
                                      makes a free slot the copy of a process; by vm; EINVAL
                                """),
                outcome.out());
        assertTrue(
                outcome.out()
                        .contains("  35  SYS_READBIOS\n      the emulated machine has no BIOS"),
                outcome.out());
    }

    /// Goal: nobody writes the table of the README by hand. Method: what the command prints must
    /// stand between two marks; `-Dreadme.update=true` puts it there.
    @Test
    void theReadmeHoldsWhatTheCommandPrints() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        String table = Outcome.of("calls", "--markdown").out();
        if (Boolean.getBoolean("readme.update")) {
            Files.writeString(README, readme.substring(0, begin) + table + readme.substring(end));
            return;
        }

        assertEquals(
                table,
                readme.substring(begin, end),
                "README.md is behind the code; run this test with -Dreadme.update=true");
    }
}

package ring3.components.lib.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private static CommandLine parse(String words) {
        return CommandLine.parse(List.of(words.split(" ")), "abn:");
    }

    @Test
    void optionsMayShareAHyphen() {
        CommandLine line = parse("/bin/ls -ab file");

        assertTrue(line.has('a') && line.has('b'));
        assertEquals(List.of("file"), line.operands());
        assertEquals("ls", line.name());
    }

    @Test
    void valueFollowsItsOptionWithOrWithoutABlank() {
        assertEquals("5", parse("head -n5").value('n', "10"));
        assertEquals("5", parse("head -n 5 file").value('n', "10"));
        assertEquals("10", parse("head file").value('n', "10"));
    }

    @Test
    void twoHyphensEndTheOptions() {
        CommandLine line = parse("rm -- -a");

        assertFalse(line.has('a'));
        assertEquals(List.of("-a"), line.operands());
    }

    @Test
    void loneHyphenIsAnOperand() {
        assertEquals(List.of("-", "-a"), parse("cat - -a").operands());
    }

    @Test
    void baseNameIsWhatFollowsTheLastSlash() {
        assertEquals("c", CommandLine.baseName("/a/b/c"));
        assertEquals("c", CommandLine.baseName("c//"));
        assertEquals("/", CommandLine.baseName("/"));
    }

    @Test
    void pathsAreResolvedWithoutDots() {
        assertEquals("/a/c", WorkingDirectory.resolve("/a/b", "../c"));
        assertEquals("/x", WorkingDirectory.resolve("/a", "/../x/."));
        assertEquals("/", WorkingDirectory.resolve("/a", ".."));
    }

    @Test
    void signalsGoByNumberlessNames() {
        assertEquals(9, SignalText.parse("KILL"));
        assertEquals(15, SignalText.parse("SIGTERM"));
        assertEquals(-1, SignalText.parse("NONE"));
    }
}

package ring3.components.programs.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    @Test
    void commandEndsWithItsLine() {
        Parser parser = Parser.of("one\ntwo\n", 0);
        parser.next();

        assertEquals("one\n".length(), parser.position());
    }

    @Test
    void blankLinesAndCommentsAreNoCommands() {
        assertNull(Parser.of("\n  # comment\n\n", 0).next());
    }

    @Test
    void andBindsNoTighterThanOr() {
        assertInstanceOf(Command.And.class, Parser.of("a || b && c", 0).next());
        assertInstanceOf(Command.Or.class, Parser.of("a && b || c", 0).next());
    }

    @Test
    void keywordInQuotesIsAnOrdinaryWord() {
        assertInstanceOf(Command.Simple.class, Parser.of("'if' true", 0).next());
        assertInstanceOf(Command.Simple.class, Parser.of("echo if", 0).next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if true",
                "if true; then a",
                "while a; do",
                "for x in a b",
                "case x in",
                "{ a",
                "( a",
                "a |",
                "a &&",
                "echo 'open",
                "echo \"open",
                "echo $(open",
                "echo ${open",
                "echo $((1 +",
                "cat <<END\ntext",
                "f()"
            })
    void beginningOfACommandIsIncomplete(String text) {
        assertTrue(errorOf(text).isIncomplete(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ")",
                "fi",
                "a | | b",
                "a ;; b",
                "if ; then a; fi",
                "{ a; )",
                "echo >",
                "echo > ;",
                "for 1x in a; do b; done",
                "echo ${a!b}",
                "( )",
                "& a",
                "a b (c)"
            })
    void whatCanNeverBecomeACommandIsWrong(String text) {
        assertFalse(errorOf(text + "\n").isIncomplete(), text);
    }

    private static ShellSyntaxException errorOf(String text) {
        return assertThrows(ShellSyntaxException.class, () -> Parser.of(text, 0).next());
    }
}

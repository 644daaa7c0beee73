package ring3.components.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.components.programs.fake.FakeSystem;

class InteractiveShellTest {
    /// What the screen shows after this was typed to a shell; the fake terminal does not echo.
    private static String screen(String... typed) {
        FakeSystem system = ProgramsUnderTest.system().typed(typed);
        system.run(
                "",
                List.of("PATH=/bin"),
                "sh",
                "-c",
                "exec sh </dev/console >/dev/console 2>/dev/console");
        return system.screen();
    }

    @Test
    void promptIsShownBeforeEachCommand() {
        assertEquals("# one\n# two\n# ", screen("echo one", "echo two"));
    }

    @Test
    void unfinishedCommandAsksForMoreWithAnotherPrompt() {
        assertEquals("# > > yes\n# ", screen("if true", "then echo yes", "fi"));
    }

    @Test
    void promptsAreVariables() {
        assertEquals("# $ one\n$ ", screen("PS1='$ '", "echo one"));
    }

    @Test
    void interruptKeyEndsTheForegroundCommandButNotTheShell() {
        assertEquals("# \n# 130\n# ", screen("cat", "^C", "echo $?"));
    }

    @Test
    void interruptKeyAtThePromptHarmsNobody() {
        assertEquals("# still here\n# ", screen("^C", "echo still here"));
    }

    @Test
    void syntaxErrorIsToldAndForgotten() {
        String screen = screen("echo )", "echo next");

        assertTrue(screen.contains("Syntax error: \")\" unexpected"), screen);
        assertTrue(screen.endsWith("# next\n# "), screen);
    }

    @Test
    void failedExpansionDoesNotEndTheShell() {
        assertTrue(screen("echo ${missing?}", "echo next").endsWith("# next\n# "));
    }

    @Test
    void exitEndsTheShell() {
        assertFalse(screen("exit", "echo never").contains("never"));
    }

    @Test
    void backgroundCommandIsToldByItsPid() {
        String screen = screen("true &", "wait $!", "echo status $?");

        assertTrue(screen.matches("(?s)# [0-9]+\n.*status 0\n# "), screen);
    }
}

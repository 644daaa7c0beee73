package ring3.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.app.command.Outcome;

/// What people can say about scheduling, on the whole system.
class SchedulingTest {
    private static Outcome shell(String command) {
        return Outcome.of("shell", "-c", command);
    }

    @Test
    void thePolicyCanBeChangedAndAskedFor() {
        String command =
                "schedpolicy; for p in lottery rr minix; do schedpolicy $p; schedpolicy; done";

        assertEquals("minix\nlottery\nrr\nminix\n", shell(command).out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"schedpolicy fifo", "schedpolicy rr rr", "schedpolicy -x"})
    void aPolicyThatNobodyKnowsIsAnsweredWithTheUsage(String command) {
        Outcome outcome = shell(command);

        assertEquals(2, outcome.status());
        assertEquals("", outcome.out());
        assertTrue(
                outcome.err().endsWith("usage: schedpolicy [minix | rr | lottery]\n"),
                outcome.err());
    }

    @Test
    void niceRunsACommandAndPassesItsStatusOn() {
        Outcome outcome = shell("nice -n 5 sh -c 'echo fine; exit 4'");

        assertEquals("fine\n", outcome.out());
        assertEquals(4, outcome.status());
    }

    @Test
    void niceSaysWhyItCannotRunACommand() {
        assertEquals("nice: nosuch: No such file or directory\n", shell("nice nosuch").err());
        assertEquals(127, shell("nice nosuch").status());
        assertEquals(126, shell("nice /etc/motd").status());
        assertEquals("nice: invalid increment 'x'\n", shell("nice -n x true").err());
        assertEquals(125, shell("nice").status());
    }

    @Test
    void aNicerLoopGetsLess() {
        String command =
                "end=$(($(date +%s) + 3)); spin $end > /tmp/a & nice -n 15 spin $end > /tmp/b; wait;"
                        + " test $(cat /tmp/a) -gt $(cat /tmp/b)";

        assertEquals(0, shell(command).status());
    }

    @Test
    void dateAndSpinRefuseWhatIsNoTime() {
        assertEquals("1767225600\n", shell("date +%s").out());
        assertEquals("usage: date [+%s]\n", shell("date tomorrow").err());
        assertEquals("spin: invalid time 'soon'\n", shell("spin soon").err());
    }
}

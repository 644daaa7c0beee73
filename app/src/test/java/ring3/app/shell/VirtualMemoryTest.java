package ring3.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.app.command.Outcome;

/// Memory as a user of the emulated system sees it, with vm behind it.
class VirtualMemoryTest {
    private static List<String> lines(String command) {
        Outcome outcome = Outcome.of("shell", "-c", command);
        assertEquals("", outcome.err());
        return outcome.out().lines().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat /home/big.txt | wc > /dev/null",
                "(echo one; (echo two; echo three) | cat) > /dev/null",
                "for i in 1 2 3 4 5 6 7 8; do echo $(ls /bin | wc -l) > /dev/null; done",
                "sleep 100 & kill $!; wait",
                "service refresh at_wini"
            })
    void whatHasEndedHasGivenAllItsMemoryBack(String work) {
        List<String> lines = lines("free; " + work + "; free");

        assertEquals(4, lines.size(), lines::toString);
        assertEquals(lines.get(1), lines.get(3));
    }

    @Test
    void aChildSharesTheMemoryOfItsParent() {
        List<String> shells =
                lines("(free -p; true)").stream().filter(line -> line.endsWith(" sh")).toList();

        assertEquals(2, shells.size(), shells::toString);
        for (String shell : shells) {
            String[] words = shell.strip().split(" +", -1);
            int resident = Integer.parseInt(words[1]);
            int shared = Integer.parseInt(words[2]);
            assertTrue(shared > resident / 2 && shared <= resident, shell);
        }
    }

    @Test
    void whatAChildChangesItsParentDoesNotSee() {
        assertEquals(List.of("child", "parent"), lines("x=parent; (x=child; echo $x); echo $x"));
    }
}

package ring3.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import ring3.app.Installation;
import ring3.app.command.Outcome;
import ring3.app.disk.ReadFileSystem;
import ring3.hardware.DiskImage;

/// The console of the emulated system in a terminal of the host.
class ShellCommandTest {
    private static byte[] systemDisk() {
        DiskImage disk = Installation.home().systemDisk();
        byte[] bytes = new byte[(int) disk.sectors() * DiskImage.SECTOR_BYTES];
        for (int sector = 0; sector < disk.sectors(); sector++) {
            disk.read(sector, bytes, sector * DiskImage.SECTOR_BYTES);
        }
        return bytes;
    }

    @Test
    void theOutputOfACommandIsItsOutputByteForByte() {
        Outcome outcome = Outcome.of("shell", "-c", "cat /home/big.txt");

        byte[] big = new ReadFileSystem(systemDisk()).read("/home/big.txt");
        assertEquals(new String(big, StandardCharsets.ISO_8859_1), outcome.out());
        assertEquals("", outcome.err());
        assertEquals(0, outcome.status());
    }

    @Test
    void theStatusOfACommandIsItsStatus() {
        assertEquals(7, Outcome.of("shell", "-c", "exit 7").status());
        assertEquals(127, Outcome.of("shell", "-c", "nosuch").status());
    }

    @Test
    void whatACommandComplainsAboutGoesToTheErrorStream() {
        Outcome outcome = Outcome.of("shell", "-c", "echo fine; cat /nosuch");

        assertEquals("fine\n", outcome.out());
        assertEquals("cat: /nosuch: No such file or directory\n", outcome.err());
        assertEquals(1, outcome.status());
    }

    @Test
    void standardInputReachesTheCommandAndEnds() {
        assertEquals("2 3\n", words(Outcome.withInput("a b\nc\n", "shell", "-c", "wc -l -w")));
    }

    @Test
    void aLastLineWithoutNewlineIsInputToo() {
        assertEquals("a\nb", Outcome.withInput("a\nb", "shell", "-c", "cat").out());
    }

    @Test
    void moreInputThanTheTerminalCanHoldIsNotLost() {
        String input = "x".repeat(79).concat("\n").repeat(500);

        assertEquals(input, Outcome.withInput(input, "shell", "-c", "cat").out());
    }

    private static String words(Outcome outcome) {
        return outcome.out().strip().replaceAll(" +", " ") + "\n";
    }

    @Test
    void commandsComeFromStandardInputWithoutAnyNamed() {
        Outcome outcome = Outcome.withInput("echo $((6 * 7))\nexit 4\n", "shell");

        assertTrue(outcome.out().contains("42\r\n"), outcome.out());
        assertEquals(4, outcome.status());
    }

    @Test
    void theEndOfStandardInputEndsTheShell() {
        Outcome outcome = Outcome.withInput("false\n", "shell");

        assertEquals(1, outcome.status(), outcome.out());
    }

    @Test
    void aLongSleepCostsNoTimeOfTheHost() {
        assertEquals("up\n", Outcome.of("shell", "-c", "sleep 3600; echo up").out());
    }
}

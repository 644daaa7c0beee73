package ring3.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.app.command.Outcome;

/// Services that start from files, and programs that take the place of others while they run.
class ServiceFileTest {
    private static final String INTO_HOME = "cp /service/trespass /home/x; ";
    private static final String PRIVILEGES =
            "echo 'service x { io 220:10; system DEVIO; };' > /etc/system.conf.d/x; ";

    private static Outcome run(String command) {
        return Outcome.of("shell", "-c", command);
    }

    private static String log(String label) {
        return label + ": own port: ";
    }

    @Test
    void aServiceMayDoWhatItsFileSays() {
        Outcome outcome =
                run(
                        INTO_HOME
                                + PRIVILEGES
                                + "service up /home/x && service list; service down x && echo gone");

        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(outcome.out().contains("\nx   "), outcome.out());
        assertTrue(outcome.out().endsWith("gone\n"), outcome.out());
        assertTrue(
                outcome.err().contains(log("trespass") + "OK, port of the disk: EPERM"),
                outcome.err());
    }

    @Test
    void aServiceMayDoNothingElse() {
        Outcome outcome =
                run(
                        INTO_HOME
                                + "echo 'service x { system DEVIO; };' > /etc/system.conf.d/x; "
                                + "service up /home/x");

        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(
                outcome.err().contains(log("trespass") + "EPERM, port of the disk: EPERM"),
                outcome.err());
    }

    @Test
    void aServiceWithoutAFileDoesNotStart() {
        Outcome outcome = run(INTO_HOME + "service up /home/x; service list");

        assertEquals(
                "service: x: its privileges are neither in /etc/system.conf.d/x nor in"
                        + " /etc/system.conf\n",
                outcome.err());
        assertTrue(!outcome.out().contains("\nx "), outcome.out());
    }

    @Test
    void aDamagedProgramIsNoService() {
        Outcome outcome =
                run(
                        "echo damaged > /home/x; "
                                + PRIVILEGES
                                + "free > /tmp/a; service up /home/x; free > /tmp/b;"
                                + " cat /tmp/a /tmp/b");

        assertTrue(outcome.err().contains("service: x: Exec format error\n"), outcome.err());
        List<String> free = outcome.out().lines().toList();
        assertEquals(free.get(1), free.get(3));
    }

    @Test
    void aDriverGetsADeviceNodeAndRestartsFromItsCopyWhenTheFileIsGone() {
        Outcome outcome =
                run(
                        "cp /service/mute /home/x; "
                                + "echo 'service x { };' > /etc/system.conf.d/x; "
                                + "service up /home/x -dev /dev/x; ls -l /dev/x; rm /home/x; "
                                + "service refresh x; service list");

        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(outcome.out().contains(" 16, 0 "), outcome.out());
        assertTrue(outcome.out().contains(" 2  running\n"), outcome.out());
    }

    @Test
    void theRamDiskOutlivesTheProgramThatHoldsIt() {
        Outcome outcome =
                run(
                        "echo kept > /dev/ram; service update /service/memory; free > /tmp/a; "
                                + "service update /service/memory; free > /tmp/b; "
                                + "head -n 1 /dev/ram; cat /tmp/a /tmp/b; service list");

        assertEquals(0, outcome.status(), outcome.err());
        List<String> lines = outcome.out().lines().toList();
        assertEquals("kept", lines.getFirst());
        assertEquals(lines.get(2), lines.get(4));
        assertTrue(outcome.out().contains("memory            8         3            3  running"));
    }

    @Test
    void whoHasADeviceOpenNoticesNothing() {
        Outcome outcome =
                run("exec 3> /dev/null; service update /service/memory; echo still >&3 && echo ok");

        assertEquals("ok\n", outcome.out(), outcome.err());
        assertEquals(0, outcome.status(), outcome.err());
    }

    @Test
    void aProgramThatCannotTakeOverLeavesTheOldOneInItsPlace() {
        Outcome outcome =
                run(
                        "echo kept > /dev/ram; free > /tmp/a; "
                                + "service update /service/trespass -label memory; "
                                + "free > /tmp/b; head -n 1 /dev/ram; cat /tmp/a /tmp/b");

        assertTrue(
                outcome.err().contains("rs: memory goes on as it was, the new one failed: ENOSYS"),
                outcome.err());
        List<String> lines = outcome.out().lines().toList();
        assertEquals("kept", lines.getFirst());
        assertEquals(lines.get(2), lines.get(4));
    }

    @Test
    void theDiskDriverIsReplacedByAProgramFromItsOwnDisk() {
        Outcome outcome = run("service update /service/at_wini; cat /home/big.txt | wc -c");

        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(
                outcome.err().contains("rs: at_wini cannot hand over its state, it is restarted"),
                outcome.err());
        assertEquals(run("cat /home/big.txt | wc -c").out(), outcome.out());
    }
}

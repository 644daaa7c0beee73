package ring3.components.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ring3.components.programs.fake.FakeSystem;
import ring3.components.protocol.Tty;
import ring3.syslib.Errno;
import ring3.syslib.Result;

class InitTest {
    private static FakeSystem run(FakeSystem system, String... environment) {
        system.boot(environment);
        return system;
    }

    @Test
    void greetsAndStartsAShellOnTheConsole() {
        FakeSystem system = ProgramsUnderTest.system().file("/etc/motd", "Welcome\n");

        run(system.typed("echo $PATH"));

        assertTrue(system.screen().startsWith("Welcome\n# /bin:/sbin\n# "), system.screen());
    }

    @Test
    void shellThatEndsIsFollowedByAnother() {
        FakeSystem system = run(ProgramsUnderTest.system().typed("exit", "echo again"));

        assertTrue(system.screen().startsWith("# # again\n"), system.screen());
    }

    @Test
    void startUpScriptRunsFirst() {
        FakeSystem system =
                run(ProgramsUnderTest.system().file("/etc/rc", "echo from rc\n").typed("exit"));

        assertTrue(system.screen().startsWith("from rc\n# "), system.screen());
    }

    @Test
    void commandHaltsTheMachineWithItsStatus() {
        FakeSystem system = run(ProgramsUnderTest.system(), "command=echo done; exit 7");

        assertEquals("done\n", system.screen());
        assertEquals(7, system.machineStatus());
    }

    @Test
    void commandWritesByteForByte() {
        FakeSystem system = run(ProgramsUnderTest.system(), "command=true");

        assertEquals(0, system.terminalMode() & (Tty.ECHO | Tty.ONLCR));
        assertEquals(Tty.COOKED, run(ProgramsUnderTest.system()).terminalMode());
    }

    @Test
    void errorsOfACommandGoWhereTheyAreWanted() {
        FakeSystem system =
                run(
                        ProgramsUnderTest.system().file("/tmp/errors", ""),
                        "errors=/tmp/errors",
                        "command=cat nofile");

        assertEquals("", system.screen());
        assertEquals("cat: nofile: No such file or directory\n", system.text("/tmp/errors"));
        assertEquals(1, system.machineStatus());
    }

    @Test
    void mountThatFailsKeepsTheCommandFromRunning() {
        FakeSystem system = ProgramsUnderTest.system();
        system.reincarnation(_ -> Result.of(Errno.ENOENT));

        run(system, "mount=1", "command=echo never");

        assertEquals(
                "mount: cannot start file server fs_mnt: No such file or directory\n",
                system.screen());
        assertEquals(1, system.machineStatus());
    }
}

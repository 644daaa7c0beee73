package ring3.components.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ring3.components.programs.fake.FakeSystem;
import ring3.components.protocol.Rs;
import ring3.components.protocol.VmReply.VmStats;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;

class UtilitiesTest {
    private static FakeSystem.Outcome run(String... arguments) {
        FakeSystem system =
                ProgramsUnderTest.system()
                        .file("/tmp/two", "one line\nand two\n")
                        .file("/tmp/long", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n");
        return system.run("from input\n", List.of(), arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "cat /no,        1, 'cat: /no: No such file or directory'",
        "cat /tmp,       1, 'cat: /tmp: Is a directory'",
        "cat /etc/no/x,  1, 'cat: /etc/no/x: No such file or directory'",
        "cat /tmp/two/x, 1, 'cat: /tmp/two/x: Not a directory'",
        "mkdir /tmp,     1, 'mkdir: /tmp: File exists'",
        "rmdir /bin,     1, 'rmdir: /bin: Directory not empty'",
        "rm /tmp,        1, 'rm: /tmp: Is a directory'",
        "rm -r /tmp/.,   1, 'rm: /tmp/.: may not be removed'",
        "cp /tmp /etc,   1, 'cp: /tmp: Is a directory'",
        "cp /tmp/two /tmp, 1, 'cp: /tmp/two and /tmp/two are the same file'",
        "mv /no /etc,    1, 'mv: /no: No such file or directory'",
        "ls /no,         2, 'ls: /no: No such file or directory'",
        "wc /tmp,        1, 'wc: /tmp: Is a directory'",
        "sleep soon,     1, sleep: invalid time interval 'soon'",
        "kill 4711,      1, 'kill: 4711: No such process'",
        "kill -NO 1,     2, 'kill: unknown signal -NO'",
        "umount /mnt,    1, 'umount: /mnt: not mounted'",
    })
    void whatCannotBeDoneIsTold(String command, int status, String message) {
        FakeSystem.Outcome outcome = run(command.split(" "));

        assertEquals(message + "\n", outcome.err());
        assertEquals(status, outcome.status());
    }

    @Test
    void unknownOptionShowsTheUsage() {
        FakeSystem.Outcome outcome = run("rm", "-x", "file");

        assertEquals("rm: illegal option -- x\nusage: rm [-fr] file...\n", outcome.err());
        assertEquals(1, outcome.status());
    }

    @Test
    void catCopiesFilesAndInputInOrder() {
        assertEquals("one line\nand two\nfrom input\n", run("cat", "/tmp/two", "-").out());
    }

    @Test
    void wcCountsWhatItIsAskedFor() {
        assertEquals("      2       4      17 /tmp/two\n", run("wc", "/tmp/two").out());
        assertEquals("4 /tmp/two\n", run("wc", "-w", "/tmp/two").out());
        assertEquals("17\n", run("sh", "-c", "wc -c </tmp/two").out());
    }

    @Test
    void headAndTailPrintTenLinesUnlessToldOtherwise() {
        assertTrue(run("head", "/tmp/long").out().endsWith("9\n10\n"));
        assertTrue(run("tail", "/tmp/long").out().startsWith("3\n4\n"));
        assertEquals("1\n", run("head", "-1", "/tmp/long").out());
        assertEquals("11\n12\n", run("tail", "-n", "2", "/tmp/long").out());
    }

    @Test
    void longListingShowsTypePermissionsSizeAndTime() {
        assertEquals(
                "-rw-r--r-- 1 root root 17 Jan  1 00:00 /tmp/two\n",
                run("ls", "-l", "/tmp/two").out());
        assertEquals(
                "lrwxrwxrwx 1 root root 4 Jan  1 00:00 /tmp/l -> /bin\n",
                run("sh", "-c", "ln -s /bin /tmp/l; ls -l /tmp/l").out());
    }

    @Test
    void listingOnAScreenFillsItsColumns() {
        FakeSystem system = ProgramsUnderTest.system();
        system.run("", List.of("PATH=/bin"), "sh", "-c", "ls / >/dev/console");

        assertEquals("bin  dev  etc  mnt  tmp\n", system.screen());
        assertEquals("bin\ndev\netc\nmnt\ntmp\n", run("ls", "/").out());

        FakeSystem plain = ProgramsUnderTest.system();
        plain.boot("command=ls /");
        assertEquals("bin\ndev\netc\nmnt\ntmp\n", plain.screen());
    }

    @Test
    void dateTellsTheEmulatedTime() {
        assertEquals("Thu Jan  1 00:00:00 UTC 2026\n", run("date").out());
    }

    @Test
    void calendarKnowsLeapYears() {
        assertEquals("Feb 29 12:00", CivilDate.of(951_825_600).shortForm());
        assertEquals("Wed Mar  1 00:00:00 UTC 2028", CivilDate.of(1_835_481_600).longForm());
        assertEquals("Wed Dec 31 23:59:59 UTC 1969", CivilDate.of(-1).longForm());
    }

    @Test
    void mountThatFailsEndsTheFileServerThatItStarted() {
        List<Message> asked = new ArrayList<>();
        FakeSystem system =
                ProgramsUnderTest.system()
                        .reincarnation(request -> {
                            asked.add(request);
                            return Result.OK;
                        });

        FakeSystem.Outcome outcome = system.run("", List.of(), "mount", "/dev/c0d1", "/mnt");

        assertEquals(1, outcome.status());
        assertEquals("mount: /dev/c0d1 on /mnt: Function not implemented\n", outcome.err());
        assertEquals(List.of(Rs.RsUp.class, Rs.RsDown.class), classes(asked));
    }

    @Test
    void freeTellsHowMuchMemoryThereIsInKib() {
        FakeSystem system = ProgramsUnderTest.system().memory(_ -> new VmStats(1000, 400, 0));

        assertEquals(
                "    TOTAL     USED     FREE\n     4000     2400     1600\n",
                system.run("", List.of(), "free").out());
    }

    @Test
    void freeTellsWhyVmRefused() {
        FakeSystem system = ProgramsUnderTest.system().memory(_ -> Result.of(Errno.EFAULT));

        FakeSystem.Outcome outcome = system.run("", List.of(), "free");

        assertEquals("free: memory: Bad address\n", outcome.err());
        assertEquals(1, outcome.status());
    }

    private static List<Class<?>> classes(List<Message> messages) {
        List<Class<?>> classes = new ArrayList<>();
        messages.forEach(message -> classes.add(message.getClass()));
        return classes;
    }
}

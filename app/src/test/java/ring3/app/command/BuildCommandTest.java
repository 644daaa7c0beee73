package ring3.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `ring3 new` makes works as it is, and what is wrong with it is told with file and line.
class BuildCommandTest {
    @TempDir private Path parent;

    private Path make(String template, String name) {
        Outcome made = Outcome.of("new", template, name, "--in", parent.toString());
        assertEquals(0, made.status(), made.err());
        return parent.resolve(name);
    }

    private static Outcome build(Path folder) {
        return Outcome.of("build", folder.toString());
    }

    private static void edit(Path file, String text, String by) throws IOException {
        String before = Files.readString(file);
        assertTrue(before.contains(text), before);
        Files.writeString(file, before.replace(text, by));
    }

    @ParameterizedTest
    @ValueSource(strings = {"driver", "server", "program"})
    void whatNewMakesPassesItsOwnTest(String template) {
        Path folder = make(template, "my_thing2");

        Outcome outcome = Outcome.of("build", "--test", folder.toString());

        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(Files.exists(folder.resolve("build/my_thing2")));
    }

    @Test
    void theSameProgramGivesTheSameExecutable() throws IOException {
        Path folder = make("driver", "led");
        build(folder);
        byte[] first = Files.readAllBytes(folder.resolve("build/led"));
        build(folder);

        assertArrayEquals(first, Files.readAllBytes(folder.resolve("build/led")));
    }

    /// Each edits line 47 of the driver, which reads the first port.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    port.in(BASE)               | cannot find symbol
                    ports.in("x")               | incompatible types: java.lang.String cannot be converted to int
                    ports.in(BASE) +            | illegal start of expression
                    System.nanoTime()           | Led.start: it uses java.lang.System.nanoTime, which is not
                    "x".split("y").length       | Led.start: it uses java.lang.String.split, which is not
                    String.format("%d", BASE)   | Led.start: it uses java.lang.String.format, which is not
                    new java.io.File("x")       | Led.start: it uses java.io.File.<init>, which is not
                    new Thread()                | Led.start: it uses java.lang.Thread.<init>, which is not
                    new ring3.components.servers.pm.ProcessManager() | package ring3.components.servers.pm does not
                    """)
    void aMistakeIsToldWithFileAndLine(String by, String cause) throws IOException {
        Path folder = make("driver", "led");
        Path source = folder.resolve("src/Led.java");
        edit(source, "ports.in(BASE)", by);

        Outcome outcome = build(folder);

        assertEquals(1, outcome.status());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().startsWith(source + ":47: " + cause), outcome.err());
        assertFalse(Files.exists(folder.resolve("build/led")), "nothing was built");
    }

    @Test
    void aStaticFieldThatCanChangeIsToldWithTheFile() throws IOException {
        Path folder = make("driver", "led");
        edit(folder.resolve("src/Led.java"), "private int length", "private static int length");

        Outcome outcome = build(folder);

        assertEquals(1, outcome.status());
        assertTrue(
                outcome.err().contains("Led.java: Led: the static field length can change"),
                outcome.err());
    }

    @Test
    void aMistakeInThePrivilegesIsToldWithFileAndLine() throws IOException {
        Path folder = make("driver", "led");
        Path privileges = folder.resolve("led.conf");
        edit(privileges, "DEVIO VDEVIO", "DEVIL");

        assertEquals(
                new Outcome(1, "", privileges + ":5: no kernel call is named DEVIL\n"),
                build(folder));
        Files.writeString(privileges, "service lad { io 300:4; };");
        assertEquals(
                new Outcome(1, "", privileges + ": it has no block 'service led'\n"),
                build(folder));
    }

    @Test
    void aTestThatFailsTellsTheLineAndWhatTheMachineSaid() throws IOException {
        Path folder = make("driver", "led");
        edit(folder.resolve("led.conf"), "io 300:4", "io 301:3");

        Outcome outcome = Outcome.of("build", "--test", folder.toString());

        assertEquals(1, outcome.status());
        String test = folder.resolve("test/led.test").toString();
        assertTrue(
                outcome.err().contains(test + ":6: expected nothing more, and got 'hello'"),
                outcome.err());
        assertTrue(
                outcome.err().contains("the machine: panic: sys_inb failed: EPERM"), outcome.err());
    }

    @Test
    void aTestThatNeverEndsIsToldToo() throws IOException {
        Path folder = make("program", "greet");
        edit(folder.resolve("src/Greet.java"), "return 0;", "for (; ; ) {}");

        Outcome outcome = Outcome.of("build", "--test", folder.toString());

        assertEquals(1, outcome.status());
        assertTrue(
                outcome.err().contains("greet.test:4: the machine did not get here"),
                outcome.err());
    }

    @Test
    void withPutsItOnTheMachineAndBuildsItAnewWhenItIsOld() throws IOException {
        Path folder = make("program", "greet");
        Outcome first = Outcome.of("shell", "--with", folder.toString(), "-c", "greet you");
        edit(folder.resolve("src/Greet.java"), "Hello", "Good morning");

        assertEquals(new Outcome(0, "Hello, you!\n", ""), first);
        assertEquals(
                new Outcome(0, "Good morning, you!\n", ""),
                Outcome.of("shell", "--with", folder.toString(), "-c", "greet you"));
        assertEquals(127, Outcome.of("shell", "-c", "greet you").status(), "the disk forgets it");
    }

    @Test
    void aScenarioRunsWithSeveralServices() {
        String driver = make("driver", "led").toString();
        String server = make("server", "oracle").toString();
        String[] run = {"run", "boot", "--with", driver, "--with", server};
        String command = "service list | tail -n 2; cat /dev/oracle";
        String[] shell = {"shell", "--with", driver, "--with", server, "-c", command};

        assertEquals(0, Outcome.of(run).status());
        String out = Outcome.of(shell).out();
        assertTrue(out.matches("(?s)led .* running\\noracle .* running\\nYou are.*1.\\n"), out);
    }

    @Test
    void aComponentThatCannotBeBuiltIsNotRun() throws IOException {
        Path folder = make("program", "greet");
        edit(folder.resolve("src/Greet.java"), "return 0;", "");

        Outcome outcome = Outcome.of("shell", "--with", folder.toString(), "-c", "true");

        assertEquals(1, outcome.status());
        assertTrue(outcome.err().contains("Greet.java:12: missing return"), outcome.err());
    }
}

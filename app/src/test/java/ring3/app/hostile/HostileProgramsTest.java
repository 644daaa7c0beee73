package ring3.app.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ring3.app.disk.DiskNode;
import ring3.app.disk.DiskTree;
import ring3.app.disk.MakeFileSystem;
import ring3.app.machine.Programs;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.hardware.MemoryImage;
import ring3.loader.Refusal;
import ring3.syslib.Signals;

/// Programs that were written to do harm, one trick each, in `src/test/resources/hostile`. Each is
/// refused when it is loaded or contained while it runs; everybody else works on, and so does the
/// host.
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileProgramsTest {
    private static final int BLOCK_SIZE = 1024;
    private static final int EXECUTABLE = 0755;
    private static final int DIED_OF_SIGNAL = 128;

    @TempDir private static Path classes = Path.of("");
    private static final Map<String, byte[]> EXECUTABLES = new TreeMap<>();
    private static byte[] disk = new byte[0];

    @BeforeAll
    static void compile() throws IOException, Refusal {
        Corpus corpus = new Corpus(classes);
        DiskTree tree = new DiskTree();
        for (Trick trick : Corpus.tricks()) {
            byte[] image = corpus.executable(trick);
            EXECUTABLES.put(trick.name(), image);
            tree.put("/" + trick.name(), new DiskNode.RegularFile(EXECUTABLE, image));
        }
        disk = MakeFileSystem.build(tree, BLOCK_SIZE, BLOCK_SIZE);
    }

    static List<Trick> refused() throws IOException {
        return Corpus.tricks().stream().filter(Trick::isRefused).toList();
    }

    static List<Trick> dying() throws IOException {
        return Corpus.tricks().stream().filter(Trick::dies).toList();
    }

    static List<Trick> endless() throws IOException {
        return Corpus.tricks().stream().filter(one -> !one.isRefused() && !one.dies()).toList();
    }

    private static HostileMachine machine(String command) {
        return new HostileMachine(new MemoryImage(disk.clone()), command);
    }

    @Test
    void theCorpusIsLarge() throws IOException {
        assertTrue(Corpus.tricks().size() >= 60, () -> "only a few tricks");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedWithAReason(Trick trick) {
        byte[] image = EXECUTABLES.getOrDefault(trick.name(), new byte[0]);

        Refusal refusal = assertThrows(Refusal.class, () -> Programs.loader().load(image));

        assertTrue(refusal.sentence().contains(trick.reason()), refusal.sentence());
        assertTrue(refusal.sentence().contains(trick.name()), refusal.sentence());
    }

    @Test
    void whatIsRefusedCannotBeRun() throws IOException {
        String name = refused().getFirst().name();
        HostileMachine machine = machine("/mnt/" + name + "; echo status $?");

        String console = machine.run();

        assertTrue(console.contains("status 126\n"), console);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dying")
    void diesAlone(Trick trick) {
        HostileMachine machine =
                machine(
                        "cat /home/README.txt > /tmp/copy & /mnt/"
                                + trick.name()
                                + "; echo status $?; wait; cat /home/README.txt > /tmp/again;"
                                + " cat /tmp/copy | wc; cat /tmp/again | wc");

        String console = machine.run();

        assertTrue(machine.hasHalted(), () -> console + machine.panicReason());
        ExceptionRaised exception = machine.exceptions().getFirst();
        assertEquals(trick.signal(), "SIG" + Signals.name(exception.signal()), exception::toString);
        assertTrue(exception.cause().contains(trick.cause()), exception::toString);
        int status = DIED_OF_SIGNAL + exception.signal();
        assertTrue(console.contains("status " + status + "\n"), console);
        assertBothCopied(console);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endless")
    void runsOnUntilItIsKilled(Trick trick) throws Refusal {
        Programs.loader().load(EXECUTABLES.getOrDefault(trick.name(), new byte[0]));
        HostileMachine machine =
                machine(
                        "/mnt/"
                                + trick.name()
                                + " & cat /home/README.txt > /tmp/copy; kill -9 $!; wait $!;"
                                + " echo status $?; cat /tmp/copy | wc; cat /home/README.txt | wc");

        String console = machine.run();

        assertTrue(machine.hasHalted(), () -> console + machine.panicReason());
        assertEquals(List.of(), machine.exceptions());
        assertTrue(console.contains("status " + (DIED_OF_SIGNAL + Signals.SIGKILL)), console);
        assertBothCopied(console);
    }

    /// The last two lines count the same file, once as it was copied beside the hostile program.
    private static void assertBothCopied(String console) {
        List<String> lines = console.lines().toList();
        assertTrue(lines.size() >= 2, console);
        assertEquals(lines.getLast(), lines.get(lines.size() - 2), console);
        assertTrue(!lines.getLast().contains(" 0 "), console);
    }
}

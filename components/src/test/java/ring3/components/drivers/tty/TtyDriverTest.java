package ring3.components.drivers.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ring3.components.drivers.DriverBench;
import ring3.components.protocol.Cdev;
import ring3.components.protocol.Cdev.CdevCancel;
import ring3.components.protocol.Cdev.CdevClose;
import ring3.components.protocol.Cdev.CdevIoctl;
import ring3.components.protocol.Cdev.CdevOpen;
import ring3.components.protocol.Cdev.CdevRead;
import ring3.components.protocol.Cdev.CdevReply;
import ring3.components.protocol.Cdev.CdevWrite;
import ring3.components.protocol.Devices;
import ring3.components.protocol.Pm.PmKill;
import ring3.components.protocol.Tty;
import ring3.hardware.Computer;
import ring3.hardware.DiskTiming;
import ring3.hardware.ScanCodes;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Physcopy;
import ring3.syslib.KernelRequest.Vdevio;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Signals;

/// The driver at work on keyboard, screen and serial ports.
class TtyDriverTest {
    private static final Endpoint USER = Endpoint.of(30, 1);
    private static final Endpoint VFS = Endpoint.VFS;
    private static final int CONSOLE = Devices.CONSOLE_MINOR;
    private static final int SERIAL = Devices.SERIAL_MINOR;
    private static final int BUFFER = 0x1000;

    private final Computer computer = new Computer(1 << 20, null, null, DiskTiming.DEFAULT);
    private final StringBuilder wire = new StringBuilder();
    private DriverBench bench = new DriverBench(computer, new TtyDriver(), 1);

    TtyDriverTest() {
        computer.serialOutput(0, value -> wire.append((char) value));
    }

    @AfterEach
    void end() {
        bench.close();
    }

    private void open(int minor) {
        assertEquals(new CdevReply(0, 1), bench.ask(VFS, new CdevOpen(minor, 0, USER, 1)));
    }

    private Message write(int minor, String text) {
        return bench.ask(VFS, writing(minor, text, 5, 0));
    }

    private CdevWrite writing(int minor, String text, int id, int flags) {
        int length = bench.memoryOf(VFS).putText(BUFFER, text);
        return new CdevWrite(minor, 0, BUFFER, length, USER, id, flags);
    }

    private static CdevRead reading(int minor, int id, int flags) {
        return new CdevRead(minor, 0, BUFFER, 100, USER, id, flags);
    }

    private void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            for (int code : ScanCodes.typing(text.charAt(i))) {
                computer.keyboard().press(code);
            }
            bench.settle();
        }
    }

    private void receive(String text) {
        for (int i = 0; i < text.length(); i++) {
            computer.serial(0).receive(text.charAt(i));
            bench.settle();
        }
    }

    private List<Message> answers() {
        return bench.traps().sentTo(VFS);
    }

    private String delivered(int length) {
        return bench.memoryOf(VFS).text(BUFFER, length);
    }

    private String screen() {
        return computer.vga().screen().text().stripTrailing();
    }

    private void restart() {
        bench.close();
        bench = new DriverBench(computer, new TtyDriver(), 2);
    }

    @Test
    void whatIsWrittenToTheConsoleIsOnTheScreen() {
        open(CONSOLE);

        assertEquals(new CdevReply(12, 5), write(CONSOLE, "hello\nworld\n"));
        assertEquals("hello\nworld", screen());
        assertEquals(2, computer.vga().screen().cursorRow());
        assertEquals(0, computer.vga().screen().cursorColumn());
    }

    @Test
    void aWriteOfAnyLengthIsShownByOneCopy() {
        open(CONSOLE);
        bench.traps().forget();

        assertEquals(new CdevReply(72_000, 5), write(CONSOLE, "one line\n".repeat(8_000)));
        assertEquals(1, bench.traps().requests(Physcopy.class).size());
        assertTrue(screen().startsWith("one line\none line\n"));
    }

    @Test
    void aLineTypedAtTheKeyboardAnswersTheReadThatWaits() {
        open(CONSOLE);
        bench.traps().forget();
        bench.send(VFS, reading(CONSOLE, 9, 0));

        type("ls /bi");
        assertEquals("ls /bi", screen());
        assertTrue(answers().isEmpty());
        type("n\n");

        assertEquals(List.of(new CdevReply(8, 9)), answers());
        assertEquals("ls /bin\n", delivered(8));
    }

    @Test
    void aLineTypedBeforeIsThereForTheNextRead() {
        open(CONSOLE);
        type("date\n");

        assertEquals(new CdevReply(5, 9), bench.ask(VFS, reading(CONSOLE, 9, 0)));
    }

    @Test
    void aReadThatMayNotWaitIsToldToComeAgain() {
        open(CONSOLE);

        assertEquals(
                new CdevReply(Errno.EAGAIN.status(), 9),
                bench.ask(VFS, reading(CONSOLE, 9, Cdev.NONBLOCK)));
    }

    @Test
    void onlyOneReadOfATerminalCanWait() {
        open(CONSOLE);
        bench.send(VFS, reading(CONSOLE, 9, 0));

        assertEquals(
                new CdevReply(Errno.EIO.status(), 10), bench.ask(VFS, reading(CONSOLE, 10, 0)));
        type("x\n");
        assertEquals(new CdevReply(2, 9), answers().getLast());
    }

    @Test
    void aCancelledReadEndsWithEintrAndTakesNothing() {
        open(CONSOLE);
        bench.send(VFS, reading(CONSOLE, 9, 0));

        assertEquals(
                new CdevReply(Errno.EINTR.status(), 9), bench.ask(VFS, new CdevCancel(CONSOLE, 9)));
        bench.traps().forget();
        type("x\n");
        bench.send(VFS, new CdevCancel(CONSOLE, 9));
        assertTrue(answers().isEmpty());
        assertEquals(new CdevReply(2, 11), bench.ask(VFS, reading(CONSOLE, 11, 0)));
    }

    @Test
    void theInterruptKeySignalsTheGroupOfTheTerminal() {
        open(CONSOLE);
        bench.memoryOf(VFS).putInt(BUFFER, 42);
        bench.ask(VFS, new CdevIoctl(CONSOLE, Tty.SET_GROUP, BUFFER, USER, 3, 0));

        type("\003");
        bench.process().deliver(Endpoint.PM, Result.OK);

        assertEquals(List.of(new PmKill(-42, Signals.SIGINT)), bench.traps().sentTo(Endpoint.PM));
        assertEquals("^C", screen());
    }

    @Test
    void aTerminalWithoutAGroupSignalsNobody() {
        open(CONSOLE);
        type("\003");
        bench.memoryOf(VFS).putInt(BUFFER, 1);
        bench.ask(VFS, new CdevIoctl(CONSOLE, Tty.SET_GROUP, BUFFER, USER, 3, 0));
        type("\003");

        assertTrue(bench.traps().sentTo(Endpoint.PM).isEmpty());
    }

    @Test
    void modeGroupAndSizeCanBeAskedFor() {
        open(CONSOLE);
        bench.memoryOf(VFS).putInt(BUFFER, Tty.ECHO);

        assertEquals(new CdevReply(0, 3), control(Tty.SET_MODE));
        bench.memoryOf(VFS).putInt(BUFFER, 0);
        assertEquals(new CdevReply(0, 3), control(Tty.GET_MODE));
        assertEquals(Tty.ECHO, bench.memoryOf(VFS).getInt(BUFFER));
        assertEquals(new CdevReply(0, 3), control(Tty.GET_GROUP));
        assertEquals(0, bench.memoryOf(VFS).getInt(BUFFER));
        assertEquals(new CdevReply(0, 3), control(Tty.GET_SIZE));
        assertEquals(25, bench.memoryOf(VFS).getInt(BUFFER));
        assertEquals(80, bench.memoryOf(VFS).getInt(BUFFER + 4));
        assertEquals(new CdevReply(Errno.ENOTTY.status(), 3), control(99));
    }

    private Message control(int code) {
        return bench.ask(VFS, new CdevIoctl(CONSOLE, code, BUFFER, USER, 3, 0));
    }

    @Test
    void rawModeAnswersAReaderAtTheFirstKey() {
        open(CONSOLE);
        bench.send(VFS, reading(CONSOLE, 9, 0));
        bench.memoryOf(VFS).putInt(BUFFER, 0);
        control(Tty.SET_MODE);

        type("q");

        assertEquals(new CdevReply(1, 9), answers().getLast());
        assertEquals("", screen());
    }

    @Test
    void minorsThatDoNotExistCannotBeOpened() {
        for (int minor : new int[] {-1, 1, 15, 18}) {
            assertEquals(
                    new CdevReply(Errno.ENXIO.status(), 1),
                    bench.ask(VFS, new CdevOpen(minor, 0, USER, 1)));
        }
    }

    @Test
    void requestsFromBeforeARestartAreIgnored() {
        bench.send(VFS, writing(CONSOLE, "x", 5, 0));
        bench.send(VFS, reading(CONSOLE, 6, 0));
        bench.send(VFS, new CdevClose(CONSOLE, 7));

        assertTrue(answers().isEmpty());
        assertEquals("", screen());
    }

    @Test
    void theNextDriverGoesOnBelowWhatIsOnTheScreen() {
        open(CONSOLE);
        write(CONSOLE, "before\n");

        restart();
        open(CONSOLE);
        write(CONSOLE, "after\n");

        assertEquals("before\nafter", screen());
        assertEquals(2, computer.vga().screen().cursorRow());
    }

    @Test
    void aKeyThatTheLastDriverDidNotFetchDoesNotHoldUpTheKeyboard() {
        bench.close();
        for (int code : ScanCodes.typing('a')) {
            computer.keyboard().press(code);
        }
        computer.clock().advanceTo(computer.clock().nanos() + 1_000_000_000);
        computer.clock().runDue();

        bench = new DriverBench(computer, new TtyDriver(), 2);
        open(CONSOLE);
        type("b\n");

        assertEquals(new CdevReply(3, 9), bench.ask(VFS, reading(CONSOLE, 9, 0)));
        assertEquals("ab\n", delivered(3));
    }

    @Test
    void aWriteToASerialLineIsAnsweredWhenTheLineHasTakenItAll() {
        open(SERIAL);
        String text = "0123456789abcdef\n".repeat(300);

        assertEquals(new CdevReply(text.length(), 5), write(SERIAL, text));
        bench.settle();

        assertEquals(text.replace("\n", "\r\n"), wire.toString());
    }

    @Test
    void theSerialChipGetsSixteenCharactersAtATime() {
        open(SERIAL);
        bench.traps().forget();

        write(SERIAL, "x".repeat(64));
        bench.settle();

        assertEquals(4, bench.traps().requests(Vdevio.class).size());
    }

    @Test
    void aWriteThatMayNotWaitTakesWhatThereIsRoomFor() {
        open(SERIAL);
        String text = "y".repeat(5000);

        Message first = bench.ask(VFS, writing(SERIAL, text, 5, Cdev.NONBLOCK));
        int taken = first instanceof CdevReply reply ? reply.status() : 0;
        assertTrue(taken > 0 && taken < 5000, "took " + taken);
        Message second = bench.ask(VFS, writing(SERIAL, text, 6, Cdev.NONBLOCK));
        bench.settle();

        int more = second instanceof CdevReply reply ? Math.max(0, reply.status()) : 0;
        assertEquals("y".repeat(taken + more), wire.toString());
    }

    @Test
    void writesToASerialLineWaitInLineAndCanBeCancelled() {
        open(SERIAL);
        bench.traps().forget();
        bench.process().deliver(VFS, writing(SERIAL, "a".repeat(3000), 5, 0));
        bench.process().deliver(VFS, new CdevWrite(SERIAL, 0, 0x8000, 10, USER, 6, 0));
        assertTrue(answers().isEmpty());

        bench.process().deliver(VFS, new CdevCancel(SERIAL, 6));
        assertEquals(List.of(new CdevReply(Errno.EINTR.status(), 6)), answers());
        bench.settle();

        assertEquals(new CdevReply(3000, 5), answers().getLast());
        assertEquals("a".repeat(3000), wire.toString());
    }

    @Test
    void whatComesInOverASerialLineIsEchoedAndRead() {
        open(SERIAL);
        bench.send(VFS, reading(SERIAL, 9, 0));

        receive("uptime\r");

        assertEquals(new CdevReply(7, 9), answers().getLast());
        assertEquals("uptime\n", delivered(7));
        assertEquals("uptime\r\n", wire.toString());
        assertEquals("", screen());
    }

    @Test
    void aPortThatTheKernelRefusesEndsTheDriver() {
        open(SERIAL);
        bench.refuse(0x3f8);

        bench.process().deliver(VFS, writing(SERIAL, "x", 5, 0));

        assertTrue(bench.process().ended());
    }
}

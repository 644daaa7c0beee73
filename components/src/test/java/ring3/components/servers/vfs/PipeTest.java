package ring3.components.servers.vfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static ring3.components.servers.vfs.World.A;
import static ring3.components.servers.vfs.World.B;
import static ring3.components.servers.vfs.World.DATA;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.PmVfs.VfsPmUnpause;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs.VfsClose;
import ring3.components.protocol.Vfs.VfsFstat;
import ring3.components.protocol.Vfs.VfsLseek;
import ring3.components.protocol.Vfs.VfsPipe2;
import ring3.components.protocol.Vfs.VfsRead;
import ring3.components.protocol.Vfs.VfsWrite;
import ring3.components.protocol.VfsReply.VfsPipe;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Kill;
import ring3.syslib.Signals;

class PipeTest {
    private static final Endpoint CHILD = Endpoint.of(22, 1);
    private static final int READ_END = 0;
    private static final int WRITE_END = 1;

    private World world = new World();

    /// A makes the pipe, CHILD has both ends too.
    @BeforeEach
    void pipe() {
        world.ask(A, new VfsPipe2(0));
        world.fork(A, CHILD);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void twoLowestFreeDescriptorsAreItsEnds() {
        assertEquals(new VfsPipe(2, 3), world.ask(A, new VfsPipe2(0)));
    }

    @Test
    void whatIsWrittenIsRead() {
        assertEquals(5, world.status(A, world.write(A, WRITE_END, "hello")));

        assertEquals("hel", world.text(CHILD, READ_END, 3));
        assertEquals("lo", world.text(CHILD, READ_END, 3));
    }

    @Test
    void readerWaitsForTheFirstByte() {
        assertNull(world.ask(CHILD, world.read(READ_END, 10)));

        world.status(A, world.write(A, WRITE_END, "late"));

        assertEquals(4, world.lastStatus(CHILD));
        assertEquals("late", world.memory(CHILD).text(DATA, 4));
    }

    @Test
    void readerThatMayNotWaitIsTurnedAway() {
        world.ask(A, new VfsPipe2(Fcntl.O_NONBLOCK));

        assertEquals(Errno.EAGAIN.status(), world.status(A, world.read(2, 10)));
    }

    @Test
    void pipeEndsForTheReaderWhenNobodyCanWriteToIt() {
        assertNull(world.ask(CHILD, world.read(READ_END, 10)));
        world.status(A, new VfsClose(WRITE_END));
        assertEquals(0, world.answers(CHILD), "it has a writing end itself");

        world.fromPm(new VfsPmUnpause(CHILD));
        world.status(CHILD, new VfsClose(WRITE_END));
        assertEquals(0, world.status(CHILD, world.read(READ_END, 10)));
    }

    @Test
    void writerToAPipeThatNobodyReadsIsSignalledAndGetsEpipe() {
        world.status(A, new VfsClose(READ_END));
        world.exit(CHILD);

        assertEquals(Errno.EPIPE.status(), world.status(A, world.write(A, WRITE_END, "anybody?")));
        assertEquals(List.of(new Kill(A, Signals.SIGPIPE)), world.traps.requests(Kill.class));
    }

    @Test
    void writerWaitsForRoomAndGoesOnWhenSomethingIsRead() {
        int bytes = Pipe.BYTES + 100;
        assertNull(world.ask(A, new VfsWrite(WRITE_END, DATA, bytes)));

        assertEquals(60, world.status(CHILD, world.read(READ_END, 60)));
        assertEquals(1, world.answers(A), "forty bytes are not in yet");
        assertEquals(40, world.status(CHILD, world.read(READ_END, 40)));

        assertEquals(bytes, world.lastStatus(A));
    }

    @Test
    void shortWriteIsNeverTornApart() {
        world.status(A, new VfsWrite(WRITE_END, DATA, Pipe.BYTES - 10));
        assertNull(world.ask(A, world.write(A, WRITE_END, "twenty bytes of text")));

        assertEquals(5, world.status(CHILD, world.read(READ_END, 5)));
        assertEquals(2, world.answers(A), "fifteen bytes of room are too few");
        assertEquals(5, world.status(CHILD, world.read(READ_END, 5)));

        assertEquals(20, world.lastStatus(A));
    }

    @Test
    void shortWriteThatIsInterruptedHasWrittenNothing() {
        world.status(A, new VfsWrite(WRITE_END, DATA, Pipe.BYTES - 10));
        world.ask(A, world.write(A, WRITE_END, "twenty bytes of text"));

        world.fromPm(new VfsPmUnpause(A));

        assertEquals(Errno.EINTR.status(), world.lastStatus(A));
        assertEquals(Pipe.BYTES - 10, world.status(CHILD, world.read(READ_END, Pipe.BYTES)));
    }

    @Test
    void signalEndsAReadWithEintr() {
        world.ask(CHILD, world.read(READ_END, 10));

        world.fromPm(new VfsPmUnpause(CHILD));

        assertEquals(Errno.EINTR.status(), world.lastStatus(CHILD));
        assertEquals(1, world.status(A, world.write(A, WRITE_END, "x")));
        assertEquals(1, world.answers(CHILD), "it waits no more");
    }

    @Test
    void signalEndsAWriteWithWhatWasWritten() {
        world.ask(A, new VfsWrite(WRITE_END, DATA, Pipe.BYTES + 1));

        world.fromPm(new VfsPmUnpause(A));

        assertEquals(Pipe.BYTES, world.lastStatus(A));
    }

    @Test
    void endOfTheReaderEndsTheWaitOfTheWriter() {
        world.status(A, new VfsClose(READ_END));
        world.ask(A, new VfsWrite(WRITE_END, DATA, Pipe.BYTES + 1));

        world.exit(CHILD);

        assertEquals(Pipe.BYTES, world.lastStatus(A));
        assertEquals(1, world.traps.requests(Kill.class).size());
    }

    @Test
    void pipeHasNoPositionsButAStat() {
        assertEquals(Errno.ESPIPE.status(), world.status(A, new VfsLseek(READ_END, 0, 0)));
        assertEquals(0, world.status(A, new VfsFstat(READ_END, DATA)));
        assertEquals(Stat.FIFO, Stat.load(world.memory(A), DATA).mode() & Stat.TYPE_MASK);
    }

    @Test
    void badAddressIsEfaultAndLosesNothing() {
        world.status(A, world.write(A, WRITE_END, "kept"));

        assertEquals(Errno.EFAULT.status(), world.status(CHILD, new VfsRead(READ_END, -8, 4)));
        assertEquals("kept", world.text(CHILD, READ_END, 4));
    }

    @Test
    void namedPipeWaitsForItsOtherSide() {
        world.root.file("/fifo", Stat.FIFO | 0666, "");
        assertNull(world.ask(A, world.open(A, "/fifo", Fcntl.O_RDONLY)));

        int writer = world.opened(B, "/fifo", Fcntl.O_WRONLY);

        assertEquals(2, world.lastStatus(A));
        world.status(B, world.write(B, writer, "by name"));
        assertEquals("by name", world.text(A, 2, 20));
    }

    @Test
    void namedPipeThatNobodyReadsCannotBeOpenedForWritingWithoutWaiting() {
        world.root.file("/fifo", Stat.FIFO | 0666, "");

        int flags = Fcntl.O_WRONLY | Fcntl.O_NONBLOCK;
        assertEquals(Errno.ENXIO.status(), world.opened(A, "/fifo", flags));
        assertInstanceOf(VfsPipe.class, world.ask(A, new VfsPipe2(0)), "nothing else has happened");
    }

    /// Goal: bytes come out as they went in, wherever the ring wraps. Method: random writes and
    /// reads of one stream of counted bytes.
    @ParameterizedTest(name = "-Dring3.seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void bytesKeepTheirOrder(long seed) {
        Random random = new Random(seed);
        int written = 0;
        int read = 0;
        for (int i = 0; i < 300; i++) {
            int room = Pipe.BYTES - (written - read);
            int bytes = random.nextInt(Math.min(room, 7000) + 1);
            for (int j = 0; j < bytes; j++) {
                world.memory(A).putByte(DATA + j, (written + j) % 251);
            }
            written += world.status(A, new VfsWrite(WRITE_END, DATA, bytes));
            int wanted = Math.min(random.nextInt(7000), written - read);
            int count = world.status(CHILD, world.read(READ_END, wanted));
            for (int j = 0; j < count; j++) {
                assertEquals((read + j) % 251, world.memory(CHILD).getByte(DATA + j));
            }
            read += count;
        }
    }
}

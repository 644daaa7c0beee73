package ring3.components.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.components.lib.BlockDriver.Transfer;
import ring3.components.protocol.Bdev;
import ring3.components.protocol.Bdev.BdevOpen;
import ring3.components.protocol.Bdev.BdevReply;
import ring3.components.testing.FakeTraps;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.Memory;
import ring3.syslib.Message;
import ring3.syslib.Received;
import ring3.syslib.SignalHandler;
import ring3.syslib.Startup;
import ring3.syslib.Syslib;
import ring3.syslib.Traps;

class BlockDriverTest {
    private static final BdevReply OPENED = new BdevReply(0, 0);

    private final List<Message> answers = new ArrayList<>();
    private final List<Integer> asyncFlags = new ArrayList<>();
    private boolean clientIsBusy;
    private final BlockDriver driver = new BlockDriver(new Syslib(new Client()), new EmptyDevice());

    private static final class EmptyDevice implements BlockDriver.Device {
        @Override
        public int open(int minor, int access) {
            return 0;
        }

        @Override
        public int transfer(Transfer transfer) {
            return 0;
        }

        @Override
        public long sizeBytes(int minor) {
            return 0;
        }
    }

    @Test
    void aClientThatWaitsGetsItsAnswerAtOnce() {
        driver.handle(Endpoint.MFS, new BdevOpen(0, Bdev.READ));

        assertEquals(List.of(OPENED), answers);
        assertEquals(List.of(), asyncFlags);
    }

    @Test
    void aClientThatIsBusyFindsItsAnswerLater() {
        clientIsBusy = true;

        driver.handle(Endpoint.VFS, new BdevOpen(0, Bdev.READ));

        assertEquals(List.of(OPENED), answers);
        assertEquals(List.of(AsyncMessage.VALID | AsyncMessage.NOREPLY), asyncFlags);
    }

    @Test
    void anAnswerIsNotAnswered() {
        driver.handle(Endpoint.VFS, OPENED);

        assertEquals(List.of(), answers);
    }

    /// The traps of a driver whose client may be busy with something else.
    private final class Client implements Traps {
        private final FakeTraps quiet = new FakeTraps(Endpoint.MEM, 64);

        @Override
        public int send(Endpoint destination, Message message) {
            throw new AssertionError("a driver never waits for its client");
        }

        @Override
        public int sendnb(Endpoint destination, Message message) {
            if (clientIsBusy) {
                return Errno.ENOTREADY.status();
            }
            answers.add(message);
            return 0;
        }

        @Override
        public int notify(Endpoint destination) {
            return quiet.notify(destination);
        }

        @Override
        public int senda(AsyncMessage[] table) {
            answers.add(table[0].message);
            asyncFlags.add(table[0].flags);
            return 0;
        }

        @Override
        public Received receive(Endpoint source) {
            return quiet.receive(source);
        }

        @Override
        public Received sendrec(Endpoint destination, Message message) {
            return quiet.sendrec(destination, message);
        }

        @Override
        public KernelReply call(KernelRequest request) {
            return quiet.call(request);
        }

        @Override
        public int in(int port, int width) {
            return quiet.in(port, width);
        }

        @Override
        public void out(int port, int width, int value) {
            quiet.out(port, width, value);
        }

        @Override
        public void onSignal(SignalHandler handler) {
            quiet.onSignal(handler);
        }

        @Override
        public Memory memory() {
            return quiet.memory();
        }

        @Override
        public Startup startup() {
            return quiet.startup();
        }
    }
}

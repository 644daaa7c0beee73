package ring3.components.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.components.lib.CharDriver.Request;
import ring3.components.protocol.Cdev.CdevCancel;
import ring3.components.protocol.Cdev.CdevIoctl;
import ring3.components.protocol.Cdev.CdevOpen;
import ring3.components.protocol.Cdev.CdevRead;
import ring3.components.protocol.Cdev.CdevReply;
import ring3.components.testing.FakeTraps;
import ring3.kernel.syslib.AsyncMessage;
import ring3.kernel.syslib.Endpoint;
import ring3.kernel.syslib.Errno;
import ring3.kernel.syslib.KernelReply;
import ring3.kernel.syslib.KernelRequest;
import ring3.kernel.syslib.Memory;
import ring3.kernel.syslib.Message;
import ring3.kernel.syslib.Received;
import ring3.kernel.syslib.Startup;
import ring3.kernel.syslib.Syslib;
import ring3.kernel.syslib.Traps;

class CharDriverTest {
    private static final Endpoint VFS = Endpoint.VFS;
    private static final Endpoint USER = Endpoint.of(30, 1);
    private static final int MINOR = 3;

    private final List<Message> answers = new ArrayList<>();
    private final List<Integer> asyncFlags = new ArrayList<>();
    private boolean clientIsBusy;
    private final Syslib sys = new Syslib(new Client());
    private final CharDriver driver = new CharDriver(sys, new SlowDevice());

    /// A device that answers no read before it is told to.
    private static final class SlowDevice implements CharDriver.Device {
        @Override
        public int open(int minor) {
            return minor == MINOR ? 0 : Errno.ENXIO.status();
        }

        @Override
        public int read(Request request) {
            return CharDriver.LATER;
        }

        @Override
        public int write(Request request) {
            return request.count();
        }
    }

    private static CdevRead reading(int count) {
        return new CdevRead(MINOR, 0, 0, count, USER, 9, 0);
    }

    private void open() {
        driver.handle(VFS, new CdevOpen(MINOR, 0, USER, 1));
        answers.clear();
    }

    @Test
    void aDeviceThatIsNotThereIsNotOpenedByTrying() {
        driver.handle(VFS, new CdevOpen(4, 0, USER, 1));
        driver.handle(VFS, new CdevIoctl(4, 0, 0, USER, 2, 0));

        assertEquals(List.of(new CdevReply(Errno.ENXIO.status(), 1)), answers);
    }

    @Test
    void aReadIsAnsweredWhenTheDeviceHasSomething() {
        open();
        driver.handle(VFS, reading(10));
        assertEquals(List.of(), answers);

        CharDriver.reply(sys, VFS, 9, 4);

        assertEquals(List.of(new CdevReply(4, 9)), answers);
    }

    @Test
    void aClientThatIsBusyFindsItsAnswerLater() {
        clientIsBusy = true;

        driver.handle(VFS, new CdevOpen(MINOR, 0, USER, 1));

        assertEquals(List.of(new CdevReply(0, 1)), answers);
        assertEquals(List.of(AsyncMessage.VALID | AsyncMessage.NOREPLY), asyncFlags);
    }

    @Test
    void aDeviceWithoutControlsSaysSoAndHasNothingToCancel() {
        open();

        driver.handle(VFS, new CdevCancel(MINOR, 9));
        driver.handle(VFS, new CdevIoctl(MINOR, 1, 0, USER, 2, 0));
        driver.handle(VFS, reading(-1));

        assertEquals(
                List.of(
                        new CdevReply(Errno.ENOTTY.status(), 2),
                        new CdevReply(Errno.EINVAL.status(), 9)),
                answers);
    }

    /// The traps of a driver whose client may be busy with something else.
    private final class Client implements Traps {
        private final FakeTraps quiet = new FakeTraps(Endpoint.TTY, 64);

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
        public Memory memory() {
            return quiet.memory();
        }

        @Override
        public Startup startup() {
            return quiet.startup();
        }
    }
}

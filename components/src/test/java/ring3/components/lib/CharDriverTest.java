package ring3.components.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.components.lib.CharDriver.Request;
import ring3.components.protocol.Cdev.CdevCancel;
import ring3.components.protocol.Cdev.CdevIoctl;
import ring3.components.protocol.Cdev.CdevOpen;
import ring3.components.protocol.Cdev.CdevRead;
import ring3.components.protocol.Cdev.CdevReply;
import ring3.components.testing.FakeTraps;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

class CharDriverTest {
    private static final Endpoint VFS = Endpoint.VFS;
    private static final Endpoint USER = Endpoint.of(30, 1);
    private static final int MINOR = 3;

    private final FakeTraps traps = new FakeTraps(Endpoint.TTY, 64);
    private final Syslib sys = new Syslib(traps);
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
        traps.forget();
    }

    @Test
    void aDeviceThatIsNotThereIsNotOpenedByTrying() {
        driver.handle(VFS, new CdevOpen(4, 0, USER, 1));
        driver.handle(VFS, new CdevIoctl(4, 0, 0, USER, 2, 0));

        assertEquals(List.of(new CdevReply(Errno.ENXIO.status(), 1)), traps.sentTo(VFS));
    }

    @Test
    void aReadIsAnsweredWhenTheDeviceHasSomething() {
        open();
        driver.handle(VFS, reading(10));
        assertEquals(List.of(), traps.sentTo(VFS));

        CharDriver.reply(sys, VFS, 9, 4);

        assertEquals(List.of(new CdevReply(4, 9)), traps.sentTo(VFS));
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
                traps.sentTo(VFS));
    }
}

package ring3.components.servers.vfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static ring3.components.servers.vfs.World.A;
import static ring3.components.servers.vfs.World.B;
import static ring3.components.servers.vfs.World.DATA;
import static ring3.components.servers.vfs.World.DISK;
import static ring3.components.servers.vfs.World.DISK_0;
import static ring3.components.servers.vfs.World.OTHER_FS;
import static ring3.components.servers.vfs.World.PATH;
import static ring3.components.servers.vfs.World.TTY;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Bdev.BdevOpen;
import ring3.components.protocol.Bdev.BdevRead;
import ring3.components.protocol.Bdev.BdevReply;
import ring3.components.protocol.Cdev.CdevCancel;
import ring3.components.protocol.Cdev.CdevClose;
import ring3.components.protocol.Cdev.CdevIoctl;
import ring3.components.protocol.Cdev.CdevOpen;
import ring3.components.protocol.Cdev.CdevRead;
import ring3.components.protocol.Cdev.CdevReply;
import ring3.components.protocol.Devices;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Fs.ReqNewDriver;
import ring3.components.protocol.Fs.ReqRead;
import ring3.components.protocol.FsReply.FsResult;
import ring3.components.protocol.FsReply.FsTransfer;
import ring3.components.protocol.PmVfs.VfsPmSetsid;
import ring3.components.protocol.PmVfs.VfsPmUnpause;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Tty;
import ring3.components.protocol.Vfs.VfsClose;
import ring3.components.protocol.Vfs.VfsIoctl;
import ring3.components.protocol.Vfs.VfsMapdriver;
import ring3.components.protocol.Vfs.VfsUmount;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;

class DriverDeathTest {
    private static final Endpoint NEXT = Endpoint.of(14, 2);

    private World world = new World();

    @BeforeEach
    void files() {
        world.root.directory("/mnt");
        world.root.file("/f", Stat.REGULAR | 0644, "0123456789");
        world.other.file("/f", Stat.REGULAR | 0644, "0123456789");
    }

    @AfterEach
    void end() {
        world.close();
    }

    // ---- Character devices

    @Test
    void driverAnswersTheRequestWithThatNumber() {
        int fd = world.openConsole(A, TTY);
        assertNull(world.ask(A, world.read(fd, 10)));
        CdevRead read = (CdevRead) world.lastAsked(TTY);
        world.put(read.grant(), "typed");

        world.deliver(TTY, new CdevReply(5, read.id()));

        assertEquals(5, world.lastStatus(A));
        assertEquals("typed", world.memory(A).text(DATA, 5));
        assertEquals(0, world.grants());
    }

    @Test
    void answerOfAnotherProcessOrToAnotherRequestIsIgnored() {
        int fd = world.openConsole(A, TTY);
        world.ask(A, world.read(fd, 10));
        CdevRead read = (CdevRead) world.lastAsked(TTY);
        int answers = world.answers(A);

        world.deliver(B, new CdevReply(5, read.id()));
        world.deliver(TTY, new CdevReply(5, read.id() + 1));

        assertEquals(answers, world.answers(A));
    }

    @Test
    void signalCancelsTheRequestAndTheDriverHasTheLastWord() {
        int fd = world.openConsole(A, TTY);
        world.ask(A, world.read(fd, 10));
        CdevRead read = (CdevRead) world.lastAsked(TTY);

        world.fromPm(new VfsPmUnpause(A));
        assertEquals(new CdevCancel(0, read.id()), world.lastAsked(TTY));
        world.deliver(TTY, new CdevReply(Errno.EINTR.status(), read.id()));

        assertEquals(Errno.EINTR.status(), world.lastStatus(A));
    }

    @Test
    void deathOfTheDriverEndsReadsWithEioAndTheDeviceMustBeOpenedAgain() {
        int fd = world.openConsole(A, TTY);
        world.ask(A, world.read(fd, 10));

        world.exit(TTY);
        assertEquals(Errno.EIO.status(), world.lastStatus(A));
        assertEquals(Errno.ENXIO.status(), world.opened(A, "/dev/console", Fcntl.O_RDWR));

        world.mapDriver(Devices.TTY_MAJOR, NEXT, "tty");
        assertEquals(Errno.EIO.status(), world.status(A, world.read(fd, 10)));
        assertEquals(Errno.EIO.status(), world.status(A, world.write(A, fd, "x")));
        assertEquals(0, world.status(A, new VfsClose(fd)));

        assertEquals(fd, world.openConsole(A, NEXT));
        assertNull(world.ask(A, world.read(fd, 10)));
        assertInstanceOf(CdevRead.class, world.lastAsked(NEXT));
    }

    @Test
    void newDriverWithoutNewsOfTheOldOneEndsItsRequestsToo() {
        int fd = world.openConsole(A, TTY);
        world.ask(A, world.read(fd, 10));

        world.mapDriver(Devices.TTY_MAJOR, NEXT, "tty");
        world.exit(TTY);

        assertEquals(Errno.EIO.status(), world.lastStatus(A));
        assertEquals(fd + 1, world.openConsole(A, NEXT), "the late news did not unmap the new one");
    }

    @Test
    void lastCloseTellsTheDriver() {
        int fd = world.openConsole(A, TTY);
        world.fork(A, Endpoint.of(22, 1));

        world.status(A, new VfsClose(fd));
        assertInstanceOf(CdevOpen.class, world.lastAsked(TTY));
        world.exit(Endpoint.of(22, 1));

        assertInstanceOf(CdevClose.class, world.lastAsked(TTY));
    }

    @Test
    void ioctlReachesTheDriverAndNothingElseHasOne() {
        int console = world.openConsole(A, TTY);
        int file = world.opened(A, "/f", Fcntl.O_RDONLY);

        world.ask(A, new VfsIoctl(console, Tty.GET_SIZE, DATA));
        assertEquals(Tty.GET_SIZE, ((CdevIoctl) world.lastAsked(TTY)).request());
        world.deliver(TTY, new CdevReply(0, ((CdevIoctl) world.lastAsked(TTY)).id()));
        assertEquals(
                Errno.ENOTTY.status(), world.status(A, new VfsIoctl(file, Tty.GET_SIZE, DATA)));
    }

    @Test
    void devTtyIsTheTerminalThatControlsTheSession() {
        assertEquals(Errno.ENXIO.status(), world.opened(A, "/dev/tty", Fcntl.O_RDWR));
        world.fromPm(new VfsPmSetsid(A));
        world.openConsole(A, TTY);

        world.ask(A, world.open(A, "/dev/tty", Fcntl.O_RDWR));

        assertEquals(0, ((CdevOpen) world.lastAsked(TTY)).minor());
    }

    // ---- Block devices

    @Test
    void fileServersLearnOfTheNextDiskDriver() {
        world.exit(DISK);

        world.mapDriver(Devices.DISK_MAJOR, NEXT, "at_wini");

        ReqNewDriver news = (ReqNewDriver) world.lastAsked(Endpoint.MFS);
        assertEquals(DISK_0, news.device());
        assertEquals("at_wini".length(), news.labelLength());
    }

    @Test
    void readOfAFileSurvivesTheDiskDriver() {
        int fd = world.opened(A, "/f", Fcntl.O_RDONLY);
        world.silenceFileServers();
        assertNull(world.ask(A, world.read(fd, 4)));

        world.exit(DISK);
        world.mapDriver(Devices.DISK_MAJOR, NEXT, "at_wini");
        world.wakeFileServers();

        assertEquals(4, world.lastStatus(A));
        assertEquals("0123", world.memory(A).text(DATA, 4));
    }

    private int openDisk() {
        world.ask(A, world.open(A, "/dev/c0d1", Fcntl.O_RDONLY));
        assertEquals(new BdevOpen(5, 3), world.lastAsked(DISK));
        world.deliver(DISK, new BdevReply(0, 0));
        return world.lastStatus(A);
    }

    @Test
    void openBlockDeviceSurvivesItsDriver() {
        int fd = openDisk();
        world.exit(DISK);
        world.mapDriver(Devices.DISK_MAJOR, NEXT, "at_wini");

        world.ask(A, world.read(fd, 512));
        world.deliver(NEXT, new BdevReply(Errno.ERESTART.status(), 0));
        assertInstanceOf(BdevOpen.class, world.lastAsked(NEXT));
        world.deliver(NEXT, new BdevReply(0, 0));
        assertEquals(0, ((BdevRead) world.lastAsked(NEXT)).pos());
        world.deliver(NEXT, new BdevReply(512, 0));
        assertEquals(512, world.lastStatus(A));

        world.ask(A, world.read(fd, 512));
        assertEquals(512, ((BdevRead) world.lastAsked(NEXT)).pos());
    }

    @Test
    void driverThatAlwaysWantsToBeOpenedAgainIsGivenUp() {
        int fd = openDisk();
        world.ask(A, world.read(fd, 512));
        int answers = world.answers(A);

        for (int i = 0; i < 20 && world.answers(A) == answers; i++) {
            world.deliver(DISK, new BdevReply(Errno.ERESTART.status(), 0));
        }

        assertEquals(Errno.EIO.status(), world.lastStatus(A));
    }

    @Test
    void requestThatIsWithADriverWhenItDiesFails() {
        int fd = openDisk();
        world.ask(A, world.read(fd, 512));

        world.exit(DISK);

        assertEquals(Errno.EIO.status(), world.lastStatus(A));
        assertEquals(Errno.ENXIO.status(), world.status(A, world.read(fd, 512)));
    }

    // ---- File servers

    @Test
    void deathOfAFileServerConcernsItsMountAlone() {
        world.mount("/dev/c0d1", "/mnt", 0);
        int lost = world.opened(A, "/mnt/f", Fcntl.O_RDONLY);
        int kept = world.opened(A, "/f", Fcntl.O_RDONLY);
        world.silenceFileServers();
        world.ask(A, world.read(lost, 4));

        world.exit(OTHER_FS);
        assertEquals(Errno.EIO.status(), world.lastStatus(A));
        assertEquals(Errno.EIO.status(), world.status(A, world.read(lost, 4)));
        world.wakeFileServers();

        assertEquals("0123", world.text(A, kept, 4));
        assertEquals(Errno.EIO.status(), world.opened(A, "/mnt/f", Fcntl.O_RDONLY));
        assertEquals(0, world.status(A, new VfsClose(lost)));
    }

    @Test
    void mountOfADeadFileServerCanBeLeft() {
        world.mount("/dev/c0d1", "/mnt", 0);
        world.opened(A, "/mnt/f", Fcntl.O_RDONLY);
        world.exit(OTHER_FS);

        int length = world.memory(A).putText(PATH, "/dev/c0d1");
        assertEquals(0, world.status(A, new VfsUmount(PATH, length)));

        assertEquals(Errno.ENOENT.status(), world.opened(A, "/mnt/f", Fcntl.O_RDONLY));
        world.exit(A);
    }

    @Test
    void answerWithAnOldNumberIsDropped() {
        int fd = world.opened(A, "/f", Fcntl.O_RDONLY);
        world.silenceFileServers();
        world.ask(A, world.read(fd, 4));
        int number = ((ReqRead) world.lastAsked(Endpoint.MFS)).transaction();
        int answers = world.answers(A);

        world.deliver(Endpoint.MFS, new FsTransfer(number - 1, 4, 4));
        world.deliver(B, new FsTransfer(number, 4, 4));
        assertEquals(answers, world.answers(A));

        world.deliver(Endpoint.MFS, new FsTransfer(number, 4, 4));
        assertEquals(4, world.lastStatus(A));
    }

    @Test
    void fileServerThatAnswersNonsenseCostsTheCallerAnError() {
        int fd = world.opened(A, "/f", Fcntl.O_RDONLY);
        world.silenceFileServers();
        world.ask(A, world.read(fd, 4));
        int number = ((ReqRead) world.lastAsked(Endpoint.MFS)).transaction();

        world.deliver(Endpoint.MFS, new FsResult(number, 0));

        assertEquals(Errno.EIO.status(), world.lastStatus(A));
    }

    @Test
    void onlyTheReincarnationServerMapsDrivers() {
        VfsMapdriver map = new VfsMapdriver(PATH, 3, Devices.TTY_MAJOR, A);
        assertEquals(Errno.EPERM.status(), world.status(A, map));
        assertEquals(Errno.EINVAL.status(), world.mapDriver(1000, TTY, "tty"));
        world.openConsole(A, TTY);
    }
}

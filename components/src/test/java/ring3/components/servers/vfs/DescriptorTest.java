package ring3.components.servers.vfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static ring3.components.servers.vfs.World.A;
import static ring3.components.servers.vfs.World.B;
import static ring3.components.servers.vfs.World.DATA;
import static ring3.components.servers.vfs.World.PATH;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs.VfsClose;
import ring3.components.protocol.Vfs.VfsFcntl;
import ring3.components.protocol.Vfs.VfsFtruncate;
import ring3.components.protocol.Vfs.VfsGetdents;
import ring3.components.protocol.Vfs.VfsLseek;
import ring3.components.protocol.Vfs.VfsOpen;
import ring3.components.protocol.Vfs.VfsStat;
import ring3.components.protocol.Vfs.VfsUmask;
import ring3.components.protocol.VfsReply.VfsOffset;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;

class DescriptorTest {
    private static final Endpoint CHILD = Endpoint.of(22, 1);

    private World world = new World();

    @BeforeEach
    void files() {
        world.root.file("/f", Stat.REGULAR | 0644, "0123456789");
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void openGivesTheLowestFreeDescriptor() {
        assertEquals(0, world.opened(A, "/f", Fcntl.O_RDONLY));
        assertEquals(1, world.opened(A, "/f", Fcntl.O_RDONLY));
        world.status(A, new VfsClose(0));

        assertEquals(0, world.opened(A, "/f", Fcntl.O_RDONLY));
    }

    @Test
    void readsGoOnWhereTheLastOneEnded() {
        int fd = world.opened(A, "/f", Fcntl.O_RDONLY);

        assertEquals("0123", world.text(A, fd, 4));
        assertEquals("456789", world.text(A, fd, 100));
        assertEquals("", world.text(A, fd, 100));
    }

    @Test
    void descriptorMustBeOpenAndOpenForThat() {
        int reader = world.opened(A, "/f", Fcntl.O_RDONLY);
        int writer = world.opened(A, "/f", Fcntl.O_WRONLY);

        assertEquals(Errno.EBADF.status(), world.status(A, world.write(A, reader, "x")));
        assertEquals(Errno.EBADF.status(), world.status(A, world.read(writer, 1)));
        assertEquals(Errno.EBADF.status(), world.status(A, world.read(7, 1)));
        assertEquals(Errno.EBADF.status(), world.status(A, world.read(-1, 1)));
        assertEquals(Errno.EBADF.status(), world.status(A, new VfsClose(Descriptors.COUNT)));
        assertEquals("0123456789", world.root.at("/f").text());
    }

    @Test
    void processHasOnlySoManyDescriptors() {
        for (int i = 0; i < Descriptors.COUNT; i++) {
            assertEquals(i, world.opened(A, "/f", Fcntl.O_RDONLY));
        }
        assertEquals(Errno.EMFILE.status(), world.opened(A, "/f", Fcntl.O_RDONLY));
        assertEquals(0, world.opened(B, "/f", Fcntl.O_RDONLY), "others have their own");
    }

    @Test
    void duplicatesAndChildrenShareThePosition() {
        int fd = world.opened(A, "/f", Fcntl.O_RDONLY);
        assertEquals(5, world.status(A, new VfsFcntl(fd, Fcntl.F_DUPFD, 5)));
        world.fork(A, CHILD);

        assertEquals("01", world.text(A, fd, 2));
        assertEquals("23", world.text(A, 5, 2));
        assertEquals("45", world.text(CHILD, fd, 2));
        assertEquals("67", world.text(A, fd, 2));
    }

    @Test
    void secondOpeningHasAPositionOfItsOwn() {
        world.opened(A, "/f", Fcntl.O_RDONLY);
        world.opened(A, "/f", Fcntl.O_RDONLY);

        assertEquals("01", world.text(A, 0, 2));
        assertEquals("01", world.text(A, 1, 2));
    }

    @Test
    void dup2ClosesWhatWasThere() {
        int fd = world.opened(A, "/f", Fcntl.O_RDONLY);
        world.opened(A, "/f", Fcntl.O_WRONLY);

        assertEquals(1, world.status(A, new VfsFcntl(fd, Fcntl.F_DUP2, 1)));
        assertEquals("01", world.text(A, 1, 2));
        assertEquals(Errno.EBADF.status(), world.status(A, new VfsFcntl(fd, Fcntl.F_DUP2, 999)));
    }

    @Test
    void flagsAreKeptPerDescriptorAndPerFile() {
        int fd = world.opened(A, "/f", Fcntl.O_RDWR | Fcntl.O_CLOEXEC);
        int copy = world.status(A, new VfsFcntl(fd, Fcntl.F_DUPFD, 0));
        assertEquals(1, world.status(A, new VfsFcntl(fd, Fcntl.F_GETFD, 0)));
        assertEquals(0, world.status(A, new VfsFcntl(copy, Fcntl.F_GETFD, 0)));

        world.status(A, new VfsFcntl(fd, Fcntl.F_SETFL, Fcntl.O_APPEND | Fcntl.O_WRONLY));

        int expected = Fcntl.O_RDWR | Fcntl.O_APPEND;
        assertEquals(expected, world.status(A, new VfsFcntl(copy, Fcntl.F_GETFL, 0)));
        assertEquals(Errno.EINVAL.status(), world.status(A, new VfsFcntl(fd, 99, 0)));
    }

    @Test
    void seekGoesAnywhereButBelowZero() {
        int fd = world.opened(A, "/f", Fcntl.O_RDONLY);

        assertEquals(new VfsOffset(8), world.ask(A, new VfsLseek(fd, -2, Fcntl.SEEK_END)));
        assertEquals("89", world.text(A, fd, 9));
        assertEquals(new VfsOffset(9), world.ask(A, new VfsLseek(fd, -1, Fcntl.SEEK_CUR)));
        assertEquals(Errno.EINVAL.status(), world.status(A, new VfsLseek(fd, -1, Fcntl.SEEK_SET)));
        assertEquals(Errno.EINVAL.status(), world.status(A, new VfsLseek(fd, 0, 3)));
        assertEquals("9", world.text(A, fd, 9));
    }

    @Test
    void appendersFindTheEndThatTheOtherLeft() {
        int a = world.opened(A, "/f", Fcntl.O_WRONLY | Fcntl.O_APPEND);
        int b = world.opened(B, "/f", Fcntl.O_WRONLY | Fcntl.O_APPEND);
        world.silenceFileServers();

        world.ask(A, world.write(A, a, "aaa"));
        world.ask(B, world.write(B, b, "bb"));
        world.wakeFileServers();

        assertEquals("0123456789aaabb", world.root.at("/f").text());
    }

    @Test
    void openMakesAFileWithTheMaskedMode() {
        world.status(A, new VfsUmask(027));

        int fd = world.opened(A, "/new", Fcntl.O_RDWR | Fcntl.O_CREAT);

        assertEquals(4, world.status(A, world.write(A, fd, "text")));
        assertEquals("text", world.root.at("/new").text());
        assertEquals(Stat.REGULAR | 0640, world.root.at("/new").mode);
    }

    @Test
    void exclusiveCreationRefusesWhatIsThere() {
        int flags = Fcntl.O_RDWR | Fcntl.O_CREAT;
        assertEquals(Errno.EEXIST.status(), world.opened(A, "/f", flags | Fcntl.O_EXCL));
        assertEquals(0, world.opened(A, "/f", flags));
        assertEquals("0123456789", world.root.at("/f").text());
    }

    @Test
    void truncationNeedsTheRightToWrite() {
        world.opened(A, "/f", Fcntl.O_RDONLY | Fcntl.O_TRUNC);
        assertEquals("0123456789", world.root.at("/f").text());
        assertEquals(Errno.EINVAL.status(), world.status(A, new VfsFtruncate(0, 3)));

        int fd = world.opened(A, "/f", Fcntl.O_WRONLY);
        assertEquals(0, world.status(A, new VfsFtruncate(fd, 3)));
        assertEquals("012", world.root.at("/f").text());

        world.opened(A, "/f", Fcntl.O_WRONLY | Fcntl.O_TRUNC);
        assertEquals("", world.root.at("/f").text());
    }

    @Test
    void directoriesAreOpenedForReadingButNotRead() {
        assertEquals(Errno.EISDIR.status(), world.opened(A, "/dev", Fcntl.O_WRONLY));
        int fd = world.opened(A, "/dev", Fcntl.O_RDONLY);

        assertEquals(Errno.EISDIR.status(), world.status(A, world.read(fd, 10)));
        int directory = Fcntl.O_RDONLY | Fcntl.O_DIRECTORY;
        assertEquals(Errno.ENOTDIR.status(), world.opened(A, "/f", directory));
        int file = world.opened(A, "/f", Fcntl.O_RDONLY);
        assertEquals(Errno.ENOTDIR.status(), world.status(A, new VfsGetdents(file, DATA, 100)));
    }

    @Test
    void argumentsAreCheckedBeforeAnythingIsDone() {
        assertEquals(Errno.EINVAL.status(), world.opened(A, "/f", Fcntl.O_ACCMODE));
        assertEquals(Errno.ENOENT.status(), world.status(A, new VfsOpen(PATH, 0, 0, 0)));
        assertEquals(
                Errno.ENAMETOOLONG.status(),
                world.status(A, new VfsOpen(PATH, Loans.PATH_MAX + 1, 0, 0)));
        assertEquals(Errno.EFAULT.status(), world.status(A, new VfsOpen(-4, 4, 0, 0)));
        int fd = world.opened(A, "/f", Fcntl.O_RDONLY);
        assertEquals(Errno.EINVAL.status(), world.status(A, world.read(fd, -1)));
    }

    @Test
    void statTellsWhatTheFileServerKnows() {
        int length = world.memory(A).putText(PATH, "/f");
        assertEquals(0, world.status(A, new VfsStat(PATH, length, DATA)));

        assertEquals(10, Stat.load(world.memory(A), DATA).size());
    }

    @Test
    void everythingIsGivenBackWhenAProcessEnds() {
        int before = world.root.openInodes();
        world.opened(A, "/f", Fcntl.O_RDONLY);
        world.opened(A, "/f", Fcntl.O_RDWR);
        world.fork(A, CHILD);
        world.exit(A);
        assertEquals("01", world.text(CHILD, 0, 2));

        world.exit(CHILD);

        assertEquals(before, world.root.openInodes());
        assertEquals(0, world.grants());
    }

    @Test
    void processThatEndsWhileItsOpenIsUnderwayLeavesNothingOpen() {
        int before = world.root.openInodes();
        world.silenceFileServers();
        world.ask(A, world.open(A, "/f", Fcntl.O_RDONLY));

        world.exit(A);
        world.wakeFileServers();

        assertEquals(before, world.root.openInodes());
        assertEquals(0, world.answers(A));
    }
}

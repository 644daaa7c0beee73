package ring3.components.servers.vfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.components.servers.vfs.World.A;
import static ring3.components.servers.vfs.World.B;
import static ring3.components.servers.vfs.World.DATA;
import static ring3.components.servers.vfs.World.DISK_1;
import static ring3.components.servers.vfs.World.OTHER_FS;
import static ring3.components.servers.vfs.World.PATH;
import static ring3.components.servers.vfs.World.PATH_2;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqReadsuper;
import ring3.components.protocol.Fs.ReqSync;
import ring3.components.protocol.Fs.ReqUnmount;
import ring3.components.protocol.PmVfs.VfsPmDone;
import ring3.components.protocol.PmVfs.VfsPmReboot;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs.VfsChdir;
import ring3.components.protocol.Vfs.VfsClose;
import ring3.components.protocol.Vfs.VfsGetvfsstat;
import ring3.components.protocol.Vfs.VfsLink;
import ring3.components.protocol.Vfs.VfsLstat;
import ring3.components.protocol.Vfs.VfsMkdir;
import ring3.components.protocol.Vfs.VfsSync;
import ring3.components.protocol.Vfs.VfsUnlink;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;

class MountTest {
    private World world = new World();

    @BeforeEach
    void files() {
        world.root.directory("/mnt");
        world.root.file("/here", Stat.REGULAR | 0644, "in the root");
        world.other.directory("/deep");
        world.other.file("/deep/there", Stat.REGULAR | 0644, "in the other");
        world.other.file("/home", Stat.SYMLINK | 0777, "/here");
        world.root.file("/short", Stat.SYMLINK | 0777, "/mnt/deep");
    }

    @AfterEach
    void end() {
        world.close();
    }

    private void mount() {
        assertEquals(0, world.mount("/dev/c0d1", "/mnt", 0));
    }

    private String contents(String path) {
        int fd = world.opened(A, path, Fcntl.O_RDONLY);
        return fd < 0 ? Errno.of(fd).name() : world.text(A, fd, 100);
    }

    private int chdir(String path) {
        return world.status(A, new VfsChdir(PATH, world.memory(A).putText(PATH, path)));
    }

    @Test
    void fileServerIsToldDeviceAndDriver() {
        mount();

        ReqReadsuper read =
                (ReqReadsuper)
                        world.traps.sentTo(OTHER_FS).stream()
                                .filter(ReqReadsuper.class::isInstance)
                                .findFirst()
                                .orElseThrow();
        assertEquals(DISK_1, read.device());
        assertEquals(0, read.flags());
    }

    @Test
    void pathsLeadIntoTheMountAndOutAgain() {
        mount();

        assertEquals("in the other", contents("/mnt/deep/there"));
        assertEquals("in the other", contents("//mnt/./deep//there"));
        assertEquals("in the root", contents("/mnt/deep/../../here"));
        assertEquals("in the root", contents("/../here"));
        assertEquals("ENOENT", contents("/mnt/here"));
    }

    @Test
    void relativePathsBeginInTheWorkingDirectory() {
        mount();

        assertEquals(0, chdir("/mnt/deep"));
        assertEquals("in the other", contents("there"));
        assertEquals("in the root", contents("../../here"));
        assertEquals(Errno.ENOTDIR.status(), chdir("there"));
        assertEquals("in the other", contents("there"), "the refused chdir changed nothing");
    }

    @Test
    void absoluteSymbolicLinksBeginAtTheRootAgain() {
        mount();

        assertEquals("in the root", contents("/mnt/home"));
        assertEquals("in the other", contents("/short/there"));
    }

    @Test
    void circleOfSymbolicLinksIsEloop() {
        world.root.file("/a", Stat.SYMLINK | 0777, "/b");
        world.root.file("/b", Stat.SYMLINK | 0777, "/a");

        assertEquals("ELOOP", contents("/a"));
        int length = world.memory(A).putText(PATH, "/a");
        assertEquals(0, world.status(A, new VfsLstat(PATH, length, DATA)));
    }

    @Test
    void withoutAMountTheDirectoryIsItself() {
        assertEquals("ENOENT", contents("/mnt/deep/there"));
    }

    @Test
    void mountIsRefusedWhereItMakesNoSense() {
        assertEquals(Errno.ENOTBLK.status(), world.mount("/dev/console", "/mnt", 0));
        assertEquals(Errno.ENOTDIR.status(), world.mount("/dev/c0d1", "/here", 0));
        assertEquals(Errno.ENOENT.status(), world.mount("/dev/c0d7", "/mnt", 0));
        assertEquals(Errno.EBUSY.status(), world.mount("/dev/c0d1", "/", 0));
        assertTrue(world.traps.sentTo(OTHER_FS).isEmpty(), "the file server heard of none");
    }

    @Test
    void deviceIsMountedOnceAndADirectorySomebodyIsInNotCovered() {
        chdir("/mnt");
        assertEquals(Errno.EBUSY.status(), world.mount("/dev/c0d1", "/mnt", 0));
        chdir("/");
        mount();
        assertEquals(Errno.EBUSY.status(), world.mount("/dev/c0d1", "/dev", 0));
        assertEquals(Errno.EBUSY.status(), world.mount("/dev/c0d1", "/mnt", 0));
    }

    @Test
    void unmountGivesEverythingBack() {
        int before = world.root.openInodes();
        mount();
        contents("/mnt/deep/there");
        world.status(A, new VfsClose(0));

        assertEquals(0, world.umount("/mnt"));

        assertEquals(ReqUnmount.class, world.lastAsked(OTHER_FS).getClass());
        assertEquals(before, world.root.openInodes());
        assertEquals(0, world.other.openInodes(), "but for the root, which unmounting closes");
        assertEquals(0, world.grants());
    }

    @Test
    void unmountIsRefusedWhileAFileIsOpen() {
        mount();
        world.opened(B, "/mnt/deep/there", Fcntl.O_RDONLY);

        assertEquals(Errno.EBUSY.status(), world.umount("/mnt"));
        world.status(B, new VfsClose(0));
        assertEquals(0, world.umount("/dev/c0d1"), "by the device, too");
    }

    @Test
    void unmountIsRefusedWhileSomebodyIsInside() {
        mount();
        int length = world.memory(B).putText(PATH, "/mnt");
        world.status(B, new VfsChdir(PATH, length));

        assertEquals(Errno.EBUSY.status(), world.umount("/mnt"));
        world.exit(B);
        assertEquals(0, world.umount("/mnt"));
    }

    @Test
    void rootAndWhatIsNoMountPointCannotBeUnmounted() {
        mount();

        assertEquals(Errno.EBUSY.status(), world.umount("/"));
        assertEquals(Errno.EINVAL.status(), world.umount("/mnt/deep"));
        assertEquals("in the other", contents("/mnt/deep/there"));
    }

    @Test
    void nothingIsWrittenToAReadOnlyMount() {
        assertEquals(0, world.mount("/dev/c0d1", "/mnt", Fs.READ_ONLY));

        int erofs = Errno.EROFS.status();
        int create = Fcntl.O_WRONLY | Fcntl.O_CREAT;
        assertEquals(erofs, world.opened(A, "/mnt/deep/there", Fcntl.O_WRONLY));
        assertEquals(erofs, world.opened(A, "/mnt/new", create));
        int length = world.memory(A).putText(PATH, "/mnt/deep/there");
        assertEquals(erofs, world.status(A, new VfsUnlink(PATH, length)));
        assertEquals(erofs, world.status(A, new VfsMkdir(PATH, length, 0777)));
        assertEquals("in the other", contents("/mnt/deep/there"));
    }

    @Test
    void linksDoNotReachAcrossFileSystems() {
        mount();
        int length = world.memory(A).putText(PATH, "/here");
        int newLength = world.memory(A).putText(PATH_2, "/mnt/here");

        assertEquals(
                Errno.EXDEV.status(),
                world.status(A, new VfsLink(PATH, length, PATH_2, newLength)));
    }

    @Test
    void tableOfMountsIsText() {
        world.mount("/dev/c0d1", "/mnt", Fs.READ_ONLY);

        int count = world.status(A, new VfsGetvfsstat(DATA, 1000));

        assertEquals(
                "/dev/c0d0 / fs_root rw\n/dev/c0d1 /mnt fs_mnt ro\n",
                world.memory(A).text(DATA, count));
    }

    @Test
    void syncReachesAllFileServers() {
        mount();

        assertEquals(0, world.status(A, new VfsSync()));

        assertEquals(ReqSync.class, world.lastAsked(OTHER_FS).getClass());
        assertEquals(ReqSync.class, world.lastAsked(Endpoint.MFS).getClass());
    }

    @Test
    void rebootUnmountsEverythingTheRootLast() {
        mount();

        world.fromPm(new VfsPmReboot());

        assertEquals(ReqUnmount.class, world.lastAsked(OTHER_FS).getClass());
        assertEquals(ReqUnmount.class, world.lastAsked(Endpoint.MFS).getClass());
        assertEquals(new VfsPmDone(0x90A, Endpoint.NONE, 0), world.lastAsked(Endpoint.PM));
    }
}

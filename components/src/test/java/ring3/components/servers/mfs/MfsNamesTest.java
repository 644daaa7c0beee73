package ring3.components.servers.mfs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static ring3.components.servers.mfs.MountedDisk.text;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqMknod;
import ring3.components.protocol.Fs.ReqMountpoint;
import ring3.components.protocol.Fs.ReqStatvfs;
import ring3.components.protocol.FsReply;
import ring3.components.protocol.FsReply.FsCrossing;
import ring3.components.protocol.FsReply.FsNode;
import ring3.components.protocol.Stat;
import ring3.components.testing.ByteMemory;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;

class MfsNamesTest {
    private static final int ROOT = Inode.ROOT;

    private MountedDisk disk = MountedDisk.of(Image.empty(4096, 512, 256));

    @AfterEach
    void theDiskIsConsistentAfterUnmount() {
        disk.unmount();
        ImageCheck.assertClean(disk.disk.bytes);
    }

    @Test
    void directoriesHoldDirectories() {
        assertEquals(0, disk.mkdir("/a"));
        assertEquals(0, disk.mkdir("/a/b"));
        assertEquals(0, disk.create("/a/b/file"));

        assertEquals(List.of("b"), List.copyOf(disk.list("/a").keySet()));
        assertEquals(3, disk.stat("/a").links());
        assertEquals(2, disk.stat("/a/b").links());
        assertEquals(disk.stat("/a").inode(), disk.stat("/a/b/..").inode());
        assertEquals(disk.stat("/a/b").inode(), disk.stat("/a/./b/.").inode());
    }

    @Test
    void aNameIsMadeOnce() {
        disk.create("/name");

        assertEquals(Errno.EEXIST.status(), disk.create("/name"));
        assertEquals(Errno.EEXIST.status(), disk.mkdir("/name"));
        assertEquals(Errno.EEXIST.status(), disk.symlink("x", "/name"));
        assertEquals(Errno.EEXIST.status(), disk.mkdir("/."));
        assertEquals(Errno.ENOTDIR.status(), disk.create("/name/below"));
        assertEquals(Errno.ENOENT.status(), disk.create("/nowhere/below"));
        assertEquals(Errno.ENOENT.status(), disk.create("/"));
    }

    @Test
    void aNameHasAtMost60Bytes() {
        String longest = "/" + "n".repeat(60);

        assertEquals(0, disk.create(longest));
        assertEquals(Errno.ENAMETOOLONG.status(), disk.create(longest + "n"));
        assertEquals(Errno.ENAMETOOLONG.status(), disk.open(longest + "n"));
        assertEquals(60, disk.list("/").firstKey().length());
    }

    @Test
    void aDirectoryOfManyBlocksListsAll() {
        for (int i = 0; i < 200; i++) {
            assertEquals(0, disk.create("/file" + i));
        }

        assertEquals(200, disk.list("/").size());
        for (int i = 0; i < 200; i += 2) {
            assertEquals(0, disk.unlink("/file" + i));
        }
        assertEquals(100, disk.list("/").size());
        int size = (int) disk.stat("/").size();
        assertEquals(0, disk.create("/again"));
        assertEquals(size, disk.stat("/").size());
    }

    @Test
    void aFileWithTwoNamesLivesUntilBothAreGone() {
        disk.create("/one");
        disk.write("/one", 0, text("shared"));

        assertEquals(0, disk.link("/one", "/two"));
        assertEquals(2, disk.stat("/one").links());
        assertEquals(0, disk.unlink("/one"));
        assertArrayEquals(text("shared"), disk.contents("/two", 100));
        assertEquals(1, disk.stat("/two").links());
        assertEquals(0, disk.unlink("/two"));
        assertEquals(Errno.ENOENT.status(), disk.unlink("/two"));
    }

    @Test
    void aDirectoryHasOneNameAndIsNotUnlinked() {
        disk.mkdir("/a");

        assertEquals(Errno.EPERM.status(), disk.link("/a", "/b"));
        assertEquals(Errno.EPERM.status(), disk.unlink("/a"));
        assertEquals(2, disk.stat("/a").links());
    }

    @Test
    void onlyAnEmptyDirectoryIsRemoved() {
        disk.mkdir("/a");
        disk.create("/a/file");

        assertEquals(Errno.ENOTEMPTY.status(), disk.rmdir("/a"));
        assertEquals(Errno.ENOTDIR.status(), disk.rmdir("/a/file"));
        assertEquals(Errno.EINVAL.status(), disk.rmdir("/a/."));
        assertEquals(Errno.ENOTEMPTY.status(), disk.rmdir("/a/.."));
        disk.unlink("/a/file");
        assertEquals(0, disk.rmdir("/a"));
        assertEquals(2, disk.stat("/").links());
        assertEquals(Errno.ENOENT.status(), disk.open("/a"));
    }

    @Test
    void nothingIsMadeInADirectoryThatWasRemoved() {
        disk.mkdir("/a");
        int directory = disk.open("/a");
        disk.rmdir("/a");

        assertEquals(Errno.ENOENT.status(), disk.lookup(directory, ROOT, "file", 0).type());
        assertEquals(Errno.ENOENT.status(), disk.lookup(directory, ROOT, "..", 0).type());
        disk.close(directory);
    }

    @Test
    void renamingReplacesAFile() {
        disk.create("/old");
        disk.write("/old", 0, text("old"));
        disk.create("/new");

        assertEquals(0, disk.rename("/old", "/new"));
        assertArrayEquals(text("old"), disk.contents("/new", 10));
        assertEquals(Errno.ENOENT.status(), disk.open("/old"));
        assertEquals(Errno.ENOENT.status(), disk.rename("/old", "/new"));
    }

    @Test
    void renamingOneNameOfAFileToTheOtherChangesNothing() {
        disk.create("/one");
        disk.link("/one", "/two");

        assertEquals(0, disk.rename("/one", "/two"));
        assertEquals(2, disk.list("/").size());
    }

    @Test
    void aDirectoryMovesWithAllThatIsInIt() {
        disk.mkdir("/from");
        disk.mkdir("/from/moved");
        disk.create("/from/moved/file");
        disk.mkdir("/to");
        disk.mkdir("/to/target");

        assertEquals(0, disk.rename("/from/moved", "/to/target"));
        assertEquals(1, disk.list("/to/target").size());
        assertEquals(2, disk.stat("/from").links());
        assertEquals(3, disk.stat("/to").links());
        assertEquals(disk.stat("/to").inode(), disk.stat("/to/target/..").inode());
        assertEquals(0, disk.rename("/to/target", "/top"));
        assertEquals(5, disk.stat("/").links());
    }

    @Test
    void aRenameThatMakesNoSenseChangesNothing() {
        disk.mkdir("/a");
        disk.mkdir("/a/b");
        disk.mkdir("/full");
        disk.create("/full/file");
        disk.create("/file");

        assertEquals(Errno.EINVAL.status(), disk.rename("/a", "/a/b/c"));
        assertEquals(Errno.EINVAL.status(), disk.rename("/a", "/a/c"));
        assertEquals(Errno.EINVAL.status(), disk.rename("/a/.", "/c"));
        assertEquals(Errno.EINVAL.status(), disk.rename("/a", "/.."));
        assertEquals(Errno.ENOTEMPTY.status(), disk.rename("/a", "/full"));
        assertEquals(Errno.ENOTDIR.status(), disk.rename("/a", "/file"));
        assertEquals(Errno.EISDIR.status(), disk.rename("/file", "/a"));
        assertEquals(3, disk.list("/").size());
        assertEquals(1, disk.list("/a").size());
    }

    @Test
    void deviceNodesAreKept() {
        ByteMemory memory = disk.traps.memoryOf(Endpoint.VFS);
        int length = memory.putText(0, "console");
        int mode = Stat.CHARACTER | 0620;
        assertEquals(0, disk.answer(new ReqMknod(1, ROOT, 0, length, mode, 0, 0, 0x400)).type());
        FsReply refused =
                disk.answer(new ReqMknod(1, ROOT, 0, length, Stat.SYMLINK | 0777, 0, 0, 0));

        FsNode node = assertInstanceOf(FsNode.class, disk.lookup("/console", 0));
        disk.close(node.inode());
        assertEquals(0x400, node.device());
        assertEquals(mode, node.mode());
        assertEquals(0x400, disk.stat("/console").device());
        assertEquals(Errno.EINVAL.status(), refused.type());
    }

    @Test
    void theCountsOfTheDiskChangeWithFiles() {
        ByteMemory memory = disk.traps.memoryOf(Endpoint.VFS);
        disk.answer(new ReqStatvfs(1, 0));
        long blocks = memory.getLong(16);
        long inodes = memory.getLong(32);
        disk.create("/file");
        disk.write("/file", 0, new byte[5000]);

        disk.answer(new ReqStatvfs(1, 0));

        assertEquals(4096, memory.getLong(0));
        assertEquals(512, memory.getLong(8));
        assertEquals(blocks - 2, memory.getLong(16));
        assertEquals(256, memory.getLong(24));
        assertEquals(inodes - 1, memory.getLong(32));
    }

    // ---- Symbolic links

    @Test
    void aRelativeLinkIsFollowedFromWhereItLies() {
        disk.mkdir("/a");
        disk.create("/a/file");
        disk.symlink("file", "/a/link");
        disk.symlink("a/link", "/link");

        FsNode node = assertInstanceOf(FsNode.class, disk.lookup("/link", 0));
        disk.close(node.inode());
        assertEquals(disk.stat("/a/file").inode(), node.inode());
        assertEquals(Stat.SYMLINK | 0777, disk.stat("/link").mode());
        assertEquals(6, disk.stat("/link").size());
    }

    @Test
    void aLinkIsFollowedInTheMiddleOfAPathInAnyCase() {
        disk.mkdir("/a");
        disk.create("/a/file");
        disk.symlink("a", "/link");

        assertEquals(disk.stat("/a/file").inode(), disk.stat("/link/file").inode());
        assertEquals(disk.stat("/a").inode(), disk.stat("/link/").inode());
        assertEquals(Errno.ENOTDIR.status(), disk.open("/a/file/"));
    }

    @Test
    void anAbsoluteLinkIsForTheVirtualFileSystem() {
        disk.symlink("/etc/x", "/link");

        FsCrossing crossing = assertInstanceOf(FsCrossing.class, disk.lookup("/link/rest", 0));

        assertEquals(FsReply.SYMLINK, crossing.status());
        assertEquals("/etc/x/rest", disk.pathInGrant(crossing.pathLength()));
        assertEquals(1, crossing.symlinks());
    }

    @Test
    void linksThatGoInACircleEnd() {
        disk.symlink("b", "/a");
        disk.symlink("a", "/b");

        assertEquals(Errno.ELOOP.status(), disk.lookup("/a", 0).type());
        assertEquals(Errno.ENOENT.status(), disk.symlink("", "/empty"));
    }

    // ---- Mounts

    @Test
    void aPathGoesOnBelowAMountpoint() {
        disk.mkdir("/mnt");
        disk.symlink("mnt", "/link");
        int mountpoint = disk.open("/mnt");
        assertEquals(0, disk.answer(new ReqMountpoint(1, mountpoint)).type());

        FsCrossing crossing = assertInstanceOf(FsCrossing.class, disk.lookup("/mnt/a/b", 0));
        assertEquals(FsReply.ENTER_MOUNT, crossing.status());
        assertEquals(mountpoint, crossing.inode());
        assertEquals("/mnt".length(), crossing.offset());

        FsCrossing byLink = assertInstanceOf(FsCrossing.class, disk.lookup("link/a/b", 0));
        String path = disk.pathInGrant(byLink.pathLength());
        assertEquals("/a/b", path.substring(byLink.offset()));

        assertEquals(Errno.EBUSY.status(), disk.answer(new ReqMountpoint(1, mountpoint)).type());
        assertEquals(Errno.EBUSY.status(), disk.rmdir("/mnt"));
        assertEquals(Errno.EBUSY.status(), disk.rename("/mnt", "/other"));
        disk.close(mountpoint);
        assertEquals(0, disk.rmdir("/mnt"));
    }

    @Test
    void fromAboveAMountpointOnlyTheWayUpIsOpen() {
        disk.mkdir("/mnt");
        int mountpoint = disk.open("/mnt");
        disk.answer(new ReqMountpoint(1, mountpoint));

        FsNode up = assertInstanceOf(FsNode.class, disk.lookup(mountpoint, ROOT, "..", 0));
        assertEquals(ROOT, up.inode());
        disk.close(ROOT);
        assertEquals(Errno.EINVAL.status(), disk.lookup(mountpoint, ROOT, "file", 0).type());
    }

    @Test
    void theWayUpLeavesAFileSystemThatIsNotTheRoot() {
        disk = new MountedDisk(Image.empty(4096, 512, 256));
        disk.mount(0);
        disk.mkdir("/a");

        FsCrossing crossing =
                assertInstanceOf(FsCrossing.class, disk.lookup(ROOT, 0, "a/../../b", 0));

        assertEquals(FsReply.LEAVE_MOUNT, crossing.status());
        assertEquals("../b", "a/../../b".substring(crossing.offset()));
        assertEquals(0, crossing.symlinks());
    }

    @Test
    void nobodyGetsAboveTheRootOfItsOwn() {
        disk.mkdir("/jail");
        int jail = disk.open("/jail");

        assertEquals(ROOT, disk.open("/../.."));
        disk.close(ROOT);
        FsNode node = assertInstanceOf(FsNode.class, disk.lookup(jail, jail, "../..", 0));
        assertEquals(jail, node.inode());
        disk.close(jail);
        disk.close(jail);
    }

    @Test
    void onAReadOnlyMountNothingChanges() {
        disk.create("/file");
        disk.unmount();
        byte[] before = disk.disk.bytes.clone();
        disk.mount(Fs.IS_ROOT | Fs.READ_ONLY);
        int error = Errno.EROFS.status();

        assertEquals(error, disk.create("/other"));
        assertEquals(error, disk.mkdir("/other"));
        assertEquals(error, disk.symlink("x", "/other"));
        assertEquals(error, disk.link("/file", "/other"));
        assertEquals(error, disk.unlink("/file"));
        assertEquals(error, disk.rename("/file", "/other"));
        assertEquals(error, disk.rmdir("/file"));
        assertEquals(error, disk.write("/file", 0, text("x")));
        assertEquals(error, disk.truncate("/file", 0, 0));
        assertEquals(0, disk.read("/file", 0, 1));
        assertEquals(0, disk.unmount());
        assertArrayEquals(before, disk.disk.bytes);
    }
}

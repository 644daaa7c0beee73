package ring3.components.servers.mfs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.components.servers.mfs.MountedDisk.text;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Bdev.BdevRead;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqChmod;
import ring3.components.protocol.Fs.ReqChown;
import ring3.components.protocol.Fs.ReqCreate;
import ring3.components.protocol.Fs.ReqPutnode;
import ring3.components.protocol.Fs.ReqRead;
import ring3.components.protocol.Fs.ReqUtime;
import ring3.components.protocol.Fs.ReqWrite;
import ring3.components.protocol.FsReply.FsNode;
import ring3.components.protocol.Stat;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;

class MfsFilesTest {
    private static final int BLOCK = 1024;
    private static final int BLOCKS = 4096;

    private final MountedDisk disk = MountedDisk.of(Image.empty(BLOCK, BLOCKS, 256));

    @AfterEach
    void theDiskIsConsistentAfterSyncAndAfterUnmount() {
        assertEquals(0, disk.sync());
        ImageCheck.assertClean(disk.disk.bytes);
        assertEquals(0, disk.unmount());
        ImageCheck.assertClean(disk.disk.bytes);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 7 + (i >> 10) + 1);
        }
        return bytes;
    }

    @Test
    void whatWasWrittenIsRead() {
        disk.create("/file");

        assertEquals(5, disk.write("/file", 0, text("hello")));
        assertEquals(4, disk.write("/file", 3, text("p me")));
        assertArrayEquals(text("help me"), disk.contents("/file", 100));
    }

    @Test
    void aWriteFromNowhereLeavesTheFileAsItWas() {
        disk.create("/file");
        disk.write("/file", 0, bytes(3 * BLOCK));
        disk.unmount();
        disk.mount(Fs.IS_ROOT);
        int inode = disk.open("/file");
        int nowhere = 1 << 30;

        int status = disk.answer(new ReqWrite(1, inode, BLOCK, nowhere, BLOCK)).type();
        disk.close(inode);

        assertEquals(Errno.EFAULT.status(), status);
        assertArrayEquals(bytes(3 * BLOCK), disk.contents("/file", BLOCK));
    }

    @Test
    void readingBehindTheEndGivesNothing() {
        disk.create("/file");
        disk.write("/file", 0, text("hello"));

        assertEquals(2, disk.read("/file", 3, 100));
        assertEquals(0, disk.read("/file", 5, 100));
        assertEquals(0, disk.read("/file", 1_000_000, 100));
        assertEquals(Errno.EINVAL.status(), disk.read("/file", -1, 100));
    }

    @Test
    void aFileReachesThroughTheDoubleIndirectBlock() {
        byte[] all = bytes(900_000);
        disk.create("/large");
        for (int at = 0; at < all.length; at += 60_000) {
            byte[] piece = Arrays.copyOfRange(all, at, at + 60_000);
            assertEquals(piece.length, disk.write("/large", at, piece));
        }

        assertArrayEquals(all, disk.contents("/large", 50_000));
        assertArrayEquals(all, disk.contents("/large", 999));
        disk.sync();
        ImageCheck.assertClean(disk.disk.bytes);
        assertEquals(0, disk.unlink("/large"));
    }

    @Test
    void aHoleReadsAsZerosAndTakesNoSpace() {
        disk.create("/sparse");
        disk.write("/sparse", 3_000_000, text("end"));

        assertEquals(3_000_003, disk.stat("/sparse").size());
        byte[] contents = disk.contents("/sparse", 65_536);
        byte[] expected = new byte[3_000_003];
        System.arraycopy(text("end"), 0, expected, 3_000_000, 3);
        assertArrayEquals(expected, contents);
    }

    @Test
    void theLongestFileEndsWhereItsZonesDo() {
        long longest = (7 + 256 + 256 * 256) * (long) BLOCK;
        disk.create("/sparse");

        assertEquals(1, disk.write("/sparse", longest - 1, text("x")));
        assertEquals(Errno.EFBIG.status(), disk.write("/sparse", longest, text("x")));
        assertEquals(Errno.EFBIG.status(), disk.write("/sparse", Long.MAX_VALUE, text("x")));
        assertEquals(Errno.EFBIG.status(), disk.truncate("/sparse", longest + 1, 0));
        assertEquals(longest, disk.stat("/sparse").size());
    }

    @Test
    void aFileThatIsCutShowsZerosWhenItGrowsAgain() {
        disk.create("/file");
        disk.write("/file", 0, bytes(5000));

        assertEquals(0, disk.truncate("/file", 1500, 0));
        assertEquals(0, disk.truncate("/file", 5000, 0));

        byte[] expected = Arrays.copyOf(bytes(1500), 5000);
        assertArrayEquals(expected, disk.contents("/file", 5000));
    }

    @Test
    void bytesInTheMiddleCanBeFreed() {
        byte[] expected = bytes(10_000);
        disk.create("/file");
        disk.write("/file", 0, expected);

        assertEquals(0, disk.truncate("/file", 500, 700));
        assertEquals(0, disk.truncate("/file", 1500, 4200));
        assertEquals(0, disk.truncate("/file", 9000, 20_000));

        Arrays.fill(expected, 500, 700, (byte) 0);
        Arrays.fill(expected, 1500, 4200, (byte) 0);
        Arrays.fill(expected, 9000, 10_000, (byte) 0);
        assertArrayEquals(expected, disk.contents("/file", 10_000));
    }

    @Test
    void aFullDiskTakesWhatFitsAndNoMore() {
        disk.create("/file");
        byte[] piece = bytes(100 * BLOCK);
        long size = 0;
        int written = piece.length;
        while (written == piece.length) {
            written = disk.write("/file", size, piece);
            size += Math.max(written, 0);
        }

        assertEquals(Errno.ENOSPC.status(), disk.write("/file", size, piece));
        assertEquals(size, disk.stat("/file").size());
        assertEquals(Errno.ENOSPC.status(), disk.symlink("target", "/link"));
        assertEquals(Errno.ENOENT.status(), disk.open("/link"));
        assertEquals(0, disk.unlink("/file"));
        disk.create("/file");
        assertEquals(piece.length, disk.write("/file", 0, piece));
    }

    @Test
    void inodesRunOut() {
        int made = 0;
        while (disk.create("/file" + made) == 0) {
            made++;
        }

        assertEquals(255, made);
        assertEquals(Errno.ENOSPC.status(), disk.mkdir("/directory"));
        assertEquals(0, disk.unlink("/file7"));
        assertEquals(0, disk.mkdir("/directory"));
    }

    @Test
    void aFileWithoutANameLivesUntilItIsClosed() {
        disk.create("/file");
        disk.write("/file", 0, text("still here"));
        int inode = disk.open("/file");

        assertEquals(0, disk.unlink("/file"));
        assertEquals(Errno.ENOENT.status(), disk.open("/file"));
        assertEquals(10, disk.answer(new ReqRead(1, inode, 0, 0, 100)).type());
        disk.close(inode);
        assertEquals(Errno.EINVAL.status(), disk.answer(new ReqRead(1, inode, 0, 0, 1)).type());
    }

    @Test
    void moreReferencesThanThereAreCannotBeGivenBack() {
        disk.create("/file");
        int inode = disk.open("/file");

        assertEquals(Errno.EINVAL.status(), disk.answer(new ReqPutnode(1, inode, 2)).type());
        assertEquals(0, disk.answer(new ReqPutnode(1, inode, 1)).type());
    }

    @Test
    void ownerPermissionsAndTimesAreKept() {
        disk.create("/file");
        int inode = disk.open("/file");
        disk.answer(new ReqChmod(1, inode, 04711));
        disk.answer(new ReqChown(1, inode, 7, 8));
        disk.answer(new ReqUtime(1, inode, 1000, 2000));
        disk.close(inode);

        Stat stat = disk.stat("/file");
        assertEquals(Stat.REGULAR | 04711, stat.mode());
        assertEquals(7, stat.uid());
        assertEquals(8, stat.gid());
        assertEquals(1000, stat.accessed());
        assertEquals(2000, stat.modified());
        assertEquals(MountedDisk.DEVICE, stat.device());
    }

    @Test
    void timesCountFromTheFirstMomentOf2026() {
        disk.traps.passTicks(60 * 90);
        disk.create("/file");

        assertEquals(WallClock.BOOT_SECONDS + 90, disk.stat("/file").modified());
        disk.traps.passTicks(60);
        disk.write("/file", 0, text("x"));
        assertEquals(WallClock.BOOT_SECONDS + 91, disk.stat("/file").modified());
        disk.traps.passTicks(60);
        disk.read("/file", 0, 1);
        assertEquals(WallClock.BOOT_SECONDS + 91, disk.stat("/file").modified());
        assertEquals(WallClock.BOOT_SECONDS + 92, disk.stat("/file").accessed());
    }

    @Test
    void aSequentialReadFetchesManyBlocksInOneRequest() {
        byte[] all = bytes(200 * BLOCK);
        disk.create("/file");
        for (int at = 0; at < all.length; at += 50 * BLOCK) {
            disk.write("/file", at, Arrays.copyOfRange(all, at, at + 50 * BLOCK));
        }
        disk.unmount();
        disk.mount(Fs.IS_ROOT);
        disk.disk.requests().clear();

        assertArrayEquals(all, disk.contents("/file", 4096));

        long reads = disk.disk.requests().stream().filter(BdevRead.class::isInstance).count();
        assertTrue(reads < 25, reads + " requests for 200 blocks");
    }

    @Test
    void aFileThatIsMadeIsOpen() {
        disk.traps.memoryOf(Endpoint.VFS).putText(0, "file");

        FsNode node = (FsNode) disk.answer(new ReqCreate(9, Inode.ROOT, 0, 4, 0600, 3, 4));

        assertEquals(9, node.transaction());
        assertEquals(Stat.REGULAR | 0600, node.mode());
        assertEquals(3, node.uid());
        assertEquals(0, disk.answer(new ReqPutnode(1, node.inode(), 1)).type());
    }
}

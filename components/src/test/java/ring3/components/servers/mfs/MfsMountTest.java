package ring3.components.servers.mfs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.components.servers.mfs.MountedDisk.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Fs;
import ring3.components.protocol.FsReply.FsNode;
import ring3.syslib.Errno;

class MfsMountTest {
    private static final int SUPER = Image.SUPERBLOCK;
    private static final int BLOCK = 1024;
    private static final int INODES = 64;
    private static final int ROOT_INODE = 4 * BLOCK;
    private static final int FIRST_DATA = 8;

    private static byte[] image(Consumer<ByteBuffer> damage) {
        byte[] image = Image.empty(BLOCK, 256, INODES);
        damage.accept(ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN));
        return image;
    }

    private static void assertRefused(String reason, byte[] image) {
        byte[] before = image.clone();
        MountedDisk disk = new MountedDisk(image);

        assertEquals(Errno.EINVAL.status(), disk.mount(Fs.IS_ROOT).type());
        String said = disk.printed().getLast();
        assertTrue(said.contains(reason), said);
        assertTrue(said.startsWith("mfs: device 3/0 is not mounted: "), said);
        assertArrayEquals(before, image);
    }

    private static void assertRefused(String reason, Consumer<ByteBuffer> damage) {
        assertRefused(reason, image(damage));
    }

    @Test
    void aSoundDiskIsMountedOnce() {
        MountedDisk disk = new MountedDisk(image(_ -> {}));

        FsNode root = (FsNode) disk.mount(Fs.IS_ROOT);
        assertEquals(Inode.ROOT, root.inode());
        assertEquals(040755, root.mode());
        assertEquals(Errno.EBUSY.status(), disk.mount(Fs.IS_ROOT).type());
        assertEquals(0, disk.unmount());
        assertEquals(Errno.EINVAL.status(), disk.sync());
        assertEquals(0, disk.mount(Fs.IS_ROOT).type());
    }

    @Test
    void anImageOfMkfsMinixIsMountedAndStaysOne() {
        MountedDisk disk = MountedDisk.of(Image.mkfsMinix(4096));

        disk.mkdir("/directory");
        disk.create("/directory/file");
        disk.write("/directory/file", 0, new byte[50_000]);
        disk.sync();
        ImageCheck.assertClean(disk.disk.bytes);
        disk.unmount();
        ImageCheck.assertClean(disk.disk.bytes);
        assertTrue(disk.printed().isEmpty());
    }

    @Test
    void theFlagTellsWhetherItWasUnmounted() {
        MountedDisk disk = MountedDisk.of(image(_ -> {}));

        disk.unmount();
        assertEquals(SuperBlock.CLEAN, disk.disk.bytes[SUPER + SuperBlock.FLAGS_OFFSET]);
        disk.mount(Fs.IS_ROOT);
        assertEquals(0, disk.disk.bytes[SUPER + SuperBlock.FLAGS_OFFSET]);
    }

    @Test
    void aSuperblockThatCannotBeIsRefused() {
        assertRefused("magic number is 0x1234", b -> b.putShort(SUPER + 24, (short) 0x1234));
        assertRefused("block size of 512", b -> b.putShort(SUPER + 28, (short) 512));
        assertRefused("zones of several blocks", b -> b.putShort(SUPER + 12, (short) 1));
        assertRefused("features", b -> b.putShort(SUPER + 14, (short) 0x100));
        assertRefused("sizes in the superblock", b -> b.putInt(SUPER, -1));
        assertRefused("sizes in the superblock", b -> b.putInt(SUPER + 16, 0));
        assertRefused("sizes in the superblock", b -> b.putInt(SUPER + 20, Integer.MIN_VALUE));
        assertRefused("inode bitmap is too small", b -> b.putInt(SUPER, 8192));
        assertRefused("inode bitmap is too small", b -> b.putShort(SUPER + 6, (short) -1));
        assertRefused("zone bitmap is too small", b -> b.putShort(SUPER + 8, (short) 0));
        assertRefused("data cannot begin in block 7", b -> b.putShort(SUPER + 10, (short) 7));
        assertRefused("data cannot begin in block 256", b -> b.putShort(SUPER + 10, (short) 256));
    }

    @Test
    void aFirstDataBlockThatDidNotFitItsFieldIsComputed() {
        assertEquals(0, MountedDisk.of(image(b -> b.putShort(SUPER + 10, (short) 0))).mkdir("/a"));
    }

    @Test
    void aTruncatedImageIsRefused() {
        assertRefused("256 blocks do not fit", Arrays.copyOf(image(_ -> {}), 255 * BLOCK));
        assertRefused("too small for a superblock", Arrays.copyOf(image(_ -> {}), 1024));
    }

    @Test
    void aRootThatCannotBeIsRefused() {
        assertRefused("its root is no directory", b -> b.putShort(ROOT_INODE, (short) 0100644));
        assertRefused("its root directory", b -> b.putShort(ROOT_INODE, (short) 0));
        assertRefused("its root directory", b -> b.putShort(ROOT_INODE + 2, (short) 0));
        assertRefused("its root directory", b -> b.putInt(ROOT_INODE + 8, 100));
    }

    @Test
    void aDriverThatCannotReadIsReported() {
        MountedDisk disk = new MountedDisk(image(_ -> {}));
        disk.disk.fail(Errno.EIO);

        assertEquals(Errno.EIO.status(), disk.mount(Fs.IS_ROOT).type());
        assertTrue(disk.printed().getLast().contains("superblock cannot be read"));
    }

    // ---- Damage that shows later: EIO for the file concerned, a sentence, and all else works

    private static final int FILE_INODE = ROOT_INODE + 64;
    private static final int FILE_ENTRY = FIRST_DATA * BLOCK + 128;

    /// A disk with `/file` of one block in inode 2 and `/other`, damaged while it is not mounted.
    private static MountedDisk damaged(Consumer<ByteBuffer> damage) {
        MountedDisk disk = MountedDisk.of(image(_ -> {}));
        disk.create("/file");
        disk.write("/file", 0, text("data"));
        disk.create("/other");
        disk.unmount();
        damage.accept(ByteBuffer.wrap(disk.disk.bytes).order(ByteOrder.LITTLE_ENDIAN));
        disk.mount(Fs.IS_ROOT);
        return disk;
    }

    private static void assertDamageReported(String reason, MountedDisk disk, int status) {
        assertEquals(Errno.EIO.status(), status);
        assertEquals("mfs: device 3/0 is damaged: " + reason, disk.printed().getLast());
        assertEquals(0, disk.create("/third"));
        assertEquals(0, disk.unlink("/other"));
    }

    @Test
    void anEntryThatLeadsNowhereIsReported() {
        MountedDisk disk = damaged(b -> b.putInt(FILE_ENTRY, 65));
        assertDamageReported("there is no inode 65", disk, disk.open("/file"));

        disk = damaged(b -> b.putInt(FILE_ENTRY, -1));
        assertDamageReported("there is no inode -1", disk, disk.open("/file"));

        disk = damaged(b -> b.putInt(FILE_ENTRY, 9));
        String free = "inode 9 is free, yet something leads to it";
        assertDamageReported(free, disk, disk.open("/file"));
        assertEquals(2, disk.list("/").size());
    }

    @Test
    void anInodeThatCannotBeIsReported() {
        MountedDisk disk = damaged(b -> b.putInt(FILE_INODE + 8, -5));
        assertDamageReported("inode 2 has the size -5", disk, disk.open("/file"));

        disk = damaged(b -> b.putShort(FILE_INODE, (short) 040755).putInt(FILE_INODE + 8, 100));
        assertDamageReported("directory 2 has the size 100", disk, disk.open("/file"));

        disk = damaged(b -> b.putShort(FILE_INODE, (short) 0170777));
        String unknown = "inode 2 is free, yet something leads to it";
        assertDamageReported(unknown, disk, disk.open("/file"));
    }

    @Test
    void aZoneOutsideTheDataIsReported() {
        for (int zone : new int[] {1, FIRST_DATA - 1, 256, -1}) {
            MountedDisk disk = damaged(b -> b.putInt(FILE_INODE + 24, zone));
            String reason = "inode 2 names the impossible zone " + zone;
            assertDamageReported(reason, disk, disk.read("/file", 0, 10));
            assertEquals(Errno.EIO.status(), disk.write("/file", 0, text("x")));
            assertEquals(0, disk.unlink("/file"));
        }
    }

    @Test
    void anIndirectZoneOutsideTheDataIsReported() {
        MountedDisk disk =
                damaged(b -> b.putInt(FILE_INODE + 8, 100_000).putInt(FILE_INODE + 52, 9999));

        String reason = "inode 2 names the impossible zone 9999";
        assertDamageReported(reason, disk, disk.read("/file", 20_000, 10));
        assertEquals(4, disk.read("/file", 0, 4));
        assertEquals(0, disk.truncate("/file", 0, 0));
    }

    @Test
    void anIndirectBlockOfNonsenseIsReported() {
        MountedDisk disk =
                damaged(b -> {
                    b.putInt(FILE_INODE + 8, 1_000_000).putInt(FILE_INODE + 56, 100);
                    b.putInt(100 * BLOCK, 0x7FFFFFFF);
                });

        String reason = "inode 2 names the impossible zone 2147483647";
        assertDamageReported(reason, disk, disk.read("/file", 300_000, 10));
    }

    @Test
    void directoriesThatGoInACircleDoNotHangARename() {
        MountedDisk disk = MountedDisk.of(image(_ -> {}));
        disk.mkdir("/a");
        disk.mkdir("/a/b");
        disk.mkdir("/c");
        int a = disk.stat("/a").inode();
        disk.unmount();
        ByteBuffer bytes = ByteBuffer.wrap(disk.disk.bytes).order(ByteOrder.LITTLE_ENDIAN);
        int zone = bytes.getInt(ROOT_INODE + (a - 1) * 64 + 24);
        bytes.putInt(zone * BLOCK + 64, a);
        disk.mount(Fs.IS_ROOT);

        assertEquals(0, disk.rename("/c", "/a/b/c"));
    }
}

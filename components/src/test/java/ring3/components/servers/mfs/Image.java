package ring3.components.servers.mfs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// Fresh disk images.
final class Image {
    static final int SUPERBLOCK = 1024;
    private static final Path MKFS = Path.of("/usr/sbin/mkfs.minix");

    private Image() {}

    /// An image that `mkfs.minix -3` makes, which has blocks of 1024 bytes. Skips the test without
    /// that tool.
    static byte[] mkfsMinix(int blocks) {
        assumeTrue(Files.isExecutable(MKFS), "mkfs.minix of util-linux is not installed");
        try {
            Path file = Files.createTempFile("mfs", ".img");
            Files.write(file, new byte[blocks * 1024]);
            new ProcessBuilder(MKFS.toString(), "-3", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            byte[] image = Files.readAllBytes(file);
            Files.delete(file);
            return image;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// An empty file system with blocks of that size.
    static byte[] empty(int blockSize, int blocks, int inodes) {
        int inodeBlocks = (inodes * 64 + blockSize - 1) / blockSize;
        int firstData = 4 + inodeBlocks;
        ByteBuffer image = ByteBuffer.allocate(blockSize * blocks).order(ByteOrder.LITTLE_ENDIAN);
        image.putInt(SUPERBLOCK, inodes)
                .putShort(SUPERBLOCK + 6, (short) 1)
                .putShort(SUPERBLOCK + 8, (short) 1)
                .putShort(SUPERBLOCK + 10, (short) firstData)
                .putInt(SUPERBLOCK + 16, Integer.MAX_VALUE)
                .putInt(SUPERBLOCK + 20, blocks)
                .putShort(SUPERBLOCK + 24, (short) 0x4D5A)
                .putShort(SUPERBLOCK + 28, (short) blockSize);
        bitmap(image, 2 * blockSize, blockSize, inodes + 1);
        bitmap(image, 3 * blockSize, blockSize, blocks - firstData + 1);
        int root = 4 * blockSize;
        image.putShort(root, (short) 040755).putShort(root + 2, (short) 2);
        image.putInt(root + 8, 128).putInt(root + 24, firstData);
        int entries = firstData * blockSize;
        image.putInt(entries, 1).put(entries + 4, (byte) '.');
        image.putInt(entries + 64, 1).putShort(entries + 68, (short) 0x2E2E);
        return image.array();
    }

    private static void bitmap(ByteBuffer image, int offset, int bytes, int bits) {
        for (int bit = 0; bit < bytes * 8; bit++) {
            if (bit < 2 || bit >= bits) {
                int at = offset + bit / 8;
                image.put(at, (byte) (image.get(at) | (1 << bit % 8)));
            }
        }
    }
}

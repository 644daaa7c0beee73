package ring3.components.servers.mfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Checks that a file system is consistent: what the directories lead to is exactly what the
/// bitmaps say is in use, and links are counted right. `fsck.minix` is asked as well, where it is
/// installed and for the one block size that it knows.
final class ImageCheck {
    private static final Path FSCK = Path.of("/usr/sbin/fsck.minix");

    private final ByteBuffer image;
    private final int blockSize;
    private final int inodes;
    private final int zones;
    private final int firstData;
    private final int inodeTable;
    private final Map<Integer, Integer> links = new TreeMap<>();
    private final boolean[] used;

    private ImageCheck(byte[] bytes) {
        image = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        inodes = image.getInt(Image.SUPERBLOCK);
        zones = image.getInt(Image.SUPERBLOCK + 20);
        firstData = image.getShort(Image.SUPERBLOCK + 10);
        blockSize = image.getShort(Image.SUPERBLOCK + 28);
        int maps = image.getShort(Image.SUPERBLOCK + 6) + image.getShort(Image.SUPERBLOCK + 8);
        inodeTable = (2 + maps) * blockSize;
        used = new boolean[zones];
    }

    /// Fails with what is wrong with the image.
    static void assertClean(byte[] bytes) {
        ImageCheck check = new ImageCheck(bytes);
        check.directory(1, 1);
        check.compare();
        if (check.blockSize == 1024 && Files.isExecutable(FSCK)) {
            fsck(bytes);
        }
    }

    private static void fsck(byte[] bytes) {
        try {
            Path file = Files.createTempFile("mfs", ".img");
            Files.write(file, bytes);
            Process process =
                    new ProcessBuilder(FSCK.toString(), "-f", file.toString())
                            .redirectErrorStream(true)
                            .start();
            byte[] said = process.getInputStream().readAllBytes();
            int status = process.waitFor();
            Files.delete(file);
            assertEquals(0, status, new String(said, StandardCharsets.ISO_8859_1));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private int inode(int number) {
        return inodeTable + (number - 1) * 64;
    }

    /// Counts a name of the inode; the first time also what the inode leads to.
    private void name(int number, int parent) {
        assertTrue(number >= 1 && number <= inodes, "an entry leads to inode " + number);
        if (links.merge(number, 1, Integer::sum) == 1) {
            int type = image.getShort(inode(number)) & 0170000;
            if (type == 040000) {
                directory(number, parent);
            } else if (type == 0100000 || type == 0120000) {
                contents(number);
            }
        }
    }

    private void directory(int number, int parent) {
        int[] blocks = contents(number);
        int size = image.getInt(inode(number) + 8);
        assertEquals(0, size % 64, "the size of directory " + number);
        for (int at = 0; at < size; at += 64) {
            int entry = blocks[at / blockSize] * blockSize + at % blockSize;
            int target = image.getInt(entry);
            byte[] name = new byte[60];
            image.get(entry + 4, name);
            String text = new String(name, StandardCharsets.ISO_8859_1).replace("\0", "");
            if (at < 128) {
                assertEquals(at == 0 ? "." : "..", text);
                assertEquals(at == 0 ? number : parent, target);
                links.merge(target, 1, Integer::sum);
            } else if (target != 0) {
                name(target, number);
            }
        }
    }

    /// Marks the zones of a file as used; returns where its blocks lie.
    private int[] contents(int number) {
        int perBlock = blockSize / 4;
        int[] blocks = new int[7 + perBlock + perBlock * perBlock];
        for (int i = 0; i < 7; i++) {
            blocks[i] = use(image.getInt(inode(number) + 24 + i * 4));
        }
        indirect(image.getInt(inode(number) + 52), blocks, 7);
        int outer = use(image.getInt(inode(number) + 56));
        for (int i = 0; outer != 0 && i < perBlock; i++) {
            indirect(image.getInt(outer * blockSize + i * 4), blocks, 7 + (i + 1) * perBlock);
        }
        return blocks;
    }

    private void indirect(int zone, int[] blocks, int from) {
        use(zone);
        for (int i = 0; zone != 0 && i < blockSize / 4; i++) {
            blocks[from + i] = use(image.getInt(zone * blockSize + i * 4));
        }
    }

    private int use(int zone) {
        if (zone != 0) {
            assertTrue(zone >= firstData && zone < zones, "impossible zone " + zone);
            assertTrue(!used[zone], "zone " + zone + " is used twice");
            used[zone] = true;
        }
        return zone;
    }

    private void compare() {
        for (int zone = firstData; zone < zones; zone++) {
            int map = 2 + image.getShort(Image.SUPERBLOCK + 6);
            assertEquals(used[zone], bit(map, zone - firstData + 1), "zone " + zone);
        }
        for (int number = 1; number <= inodes; number++) {
            int counted = links.getOrDefault(number, 0);
            assertEquals(counted > 0, bit(2, number), "inode " + number);
            assertEquals(counted, image.getShort(inode(number) + 2), "links of inode " + number);
            assertTrue(counted > 0 || image.getShort(inode(number)) == 0, "mode of " + number);
        }
    }

    private boolean bit(int block, int bit) {
        return (image.get(block * blockSize + bit / 8) & (1 << bit % 8)) != 0;
    }
}

package ring3.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ring3.app.disk.FsckMinix;

/// Goal: whatever lies in a folder of the host comes back from an image as it was, and the image is
/// in order, for every judge. Method: random trees, with files about as long as direct, indirect
/// and double indirect zones reach, and a machine that works on the same image in between.
class DiskTreesTest {
    private static final int FILES = 40;
    private static final int MANY = 70;

    @TempDir private Path folder;

    private static Stream<Long> seeds() {
        Long one = Long.getLong("ring3.seed");
        return one != null ? Stream.of(one) : Stream.of(1L, 2L, 3L);
    }

    @ParameterizedTest(name = "-Dring3.seed={0}")
    @MethodSource("seeds")
    void whatIsPutComesBack(long seed) throws Exception {
        var random = new Random(seed);
        int blockSize = 1024 << seed % 3;
        Path tree = makeTree(random, blockSize);
        DiskOnHost disk = DiskOnHost.made(folder.resolve("x.img"), "24M", blockSize);

        disk.done("put", "-r", tree, "/");
        assertInOrder(disk, blockSize);
        assertSame(tree, disk);

        String lines =
                disk.shell("rm -r /mnt/tree/0; mkdir /mnt/tree/0; ls /mnt/tree/many | wc -l");
        assertEquals(MANY, Integer.parseInt(lines.strip()));
        change(tree, random, blockSize);
        disk.done("put", "-r", tree, "/");
        assertInOrder(disk, blockSize);
        assertSame(tree, disk);
    }

    @ParameterizedTest(name = "-Dring3.seed={0}")
    @MethodSource("seeds")
    void whatTheMachineWritesIsRead(long seed) throws Exception {
        int blockSize = 1024 << seed % 3;
        DiskOnHost disk = DiskOnHost.made(folder.resolve("x.img"), "24M", blockSize);
        Path file = folder.resolve("file");
        Files.write(file, contents(new Random(seed), blockSize));
        disk.done("put", file, "/");

        disk.shell(
                "cd /mnt; mkdir -p a/b; cp file a/b/c; cp /home/big.txt a; ln file a/b/d; rm file");

        assertInOrder(disk, blockSize);
        assertEquals("c\nd\n", disk.done("ls", "/a/b"));
        assertArrayEquals(Files.readAllBytes(file), get(disk, "/a/b/c"));
        assertArrayEquals(Files.readAllBytes(file), get(disk, "/a/b/d"));
        assertEquals(disk.shell("cat /home/big.txt"), disk.done("get", "/a/big.txt", "-"));
    }

    private Path makeTree(Random random, int blockSize) throws IOException {
        Path tree = folder.resolve("tree");
        for (int i = 0; i < FILES; i++) {
            Path file = tree.resolve(i % 4 + "").resolve(i % 3 + "").resolve("f" + i);
            Files.createDirectories(file.getParent());
            Files.write(file, contents(random, blockSize));
        }
        Files.createDirectories(tree.resolve("empty"));
        Path many = Files.createDirectories(tree.resolve("many"));
        for (int i = 0; i < MANY; i++) {
            Files.write(many.resolve("x".repeat(random.nextInt(55)) + i), new byte[0]);
        }
        return tree;
    }

    /// Other contents for some files: longer ones, shorter ones.
    private static void change(Path tree, Random random, int blockSize) throws IOException {
        for (Path file : files(tree)) {
            if (random.nextInt(3) == 0) {
                Files.write(file, contents(random, blockSize));
            }
        }
    }

    private static byte[] contents(Random random, int blockSize) {
        int direct = 7 * blockSize;
        int indirect = direct + blockSize / Integer.BYTES * blockSize;
        int about =
                switch (random.nextInt(10)) {
                    case 0 -> 0;
                    case 1, 2 -> direct;
                    case 3 -> Math.min(indirect, 600_000);
                    default -> random.nextInt(4 * blockSize);
                };
        byte[] bytes = new byte[Math.max(0, about + random.nextInt(3) - 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static List<Path> files(Path tree) throws IOException {
        try (Stream<Path> walk = Files.walk(tree)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void assertSame(Path tree, DiskOnHost disk) throws IOException {
        for (Path file : files(tree)) {
            String path = "/" + folder.relativize(file).toString().replace('\\', '/');
            assertArrayEquals(Files.readAllBytes(file), get(disk, path), path);
        }
    }

    private byte[] get(DiskOnHost disk, String path) throws IOException {
        Path back = folder.resolve("back");
        disk.done("get", path, back);
        return Files.readAllBytes(back);
    }

    private static void assertInOrder(DiskOnHost disk, int blockSize) throws Exception {
        assertEquals("", disk.done("check"));
        if (blockSize == 1024) {
            FsckMinix.assertClean(disk.path());
        }
    }
}

package ring3.app.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MakeFileSystemTest {
    private static final int FREE_BYTES = 64 * 1024;

    @TempDir private Path folder;

    /// Direct, indirect and double indirect zones; a directory of several blocks; device nodes.
    private static DiskTree tree() {
        DiskTree tree = new DiskTree();
        tree.put("/empty", new DiskNode.RegularFile(0600, new byte[0]));
        tree.put("/small", new DiskNode.RegularFile(0644, bytes(100)));
        tree.put("/seven", new DiskNode.RegularFile(0644, bytes(7 * 1024)));
        tree.put("/a/b/large", new DiskNode.RegularFile(0755, bytes(5_000_001)));
        tree.put("/dev/tty01", new DiskNode.CharacterDevice(0666, 4, 17));
        tree.put("/dev/c0d1", new DiskNode.BlockDevice(0600, 3, 5));
        for (int i = 0; i < 100; i++) {
            tree.put("/many/file" + i, new DiskNode.RegularFile(0644, bytes(i)));
        }
        tree.put("/" + "x".repeat(60), new DiskNode.RegularFile(0644, bytes(1)));
        return tree;
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 10));
        }
        return bytes;
    }

    @Test
    void fsckFindsNoErrorInAnImageOf1024ByteBlocks() throws Exception {
        Path image = folder.resolve("image");
        Files.write(image, MakeFileSystem.build(tree(), 1024, FREE_BYTES));

        FsckMinix.assertClean(image);
    }

    @Test
    void fsckFindsNoErrorInAnImageOfOneDirectory() throws Exception {
        Path image = folder.resolve("image");
        Files.write(image, MakeFileSystem.build(new DiskTree(), 1024, FREE_BYTES));

        FsckMinix.assertClean(image);
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048, 4096})
    void whatIsPutIntoAnImageIsReadFromIt(int blockSize) {
        ReadFileSystem read =
                new ReadFileSystem(MakeFileSystem.build(tree(), blockSize, FREE_BYTES));

        assertEquals(0, read.read("/empty").length);
        assertArrayEquals(bytes(100), read.read("/small"));
        assertArrayEquals(bytes(7 * 1024), read.read("/seven"));
        assertArrayEquals(bytes(5_000_001), read.read("/a/b/large"));
        assertEquals(100, read.list("/many").size());
        assertArrayEquals(bytes(99), read.read("/many/file99"));
        assertEquals(1, read.read("/" + "x".repeat(60)).length);
        assertEquals(DiskLayout.CHARACTER | 0666, read.mode("/dev/tty01"));
        assertEquals(0x411, read.device("/dev/tty01"));
        assertEquals(DiskLayout.BLOCK | 0600, read.mode("/dev/c0d1"));
        assertFalse(read.exists("/small/file"));
        assertThrows(IllegalArgumentException.class, () -> read.read("/nothing"));
    }

    @Test
    void theSameTreeGivesTheSameBytes() {
        assertArrayEquals(
                MakeFileSystem.build(tree(), 1024, FREE_BYTES),
                MakeFileSystem.build(tree(), 1024, FREE_BYTES));
    }

    @Test
    void aNameOfMoreThan60BytesIsRefused() {
        DiskTree tree = new DiskTree();
        tree.put("/" + "x".repeat(61), new DiskNode.RegularFile(0644, new byte[0]));

        assertThrows(
                IllegalArgumentException.class, () -> MakeFileSystem.build(tree, 1024, FREE_BYTES));
    }

    @Test
    void whatIsNoFileSystemIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ReadFileSystem(new byte[4096]));
        assertThrows(IllegalArgumentException.class, () -> new ReadFileSystem(new byte[10]));
    }

    @Test
    void aManifestAddsDevicesDirectoriesAndPermissions() {
        DiskTree tree = new DiskTree();
        tree.put("/etc/rc", new DiskNode.RegularFile(0644, bytes(3)));
        List<String> lines = List.of("# comment", "", "d 0777 /tmp", "f 0755 /etc/rc");

        DiskManifest.apply(lines, tree);

        ReadFileSystem read = new ReadFileSystem(MakeFileSystem.build(tree, 1024, FREE_BYTES));
        assertEquals(DiskLayout.REGULAR | 0755, read.mode("/etc/rc"));
        assertArrayEquals(bytes(3), read.read("/etc/rc"));
        assertEquals(new DiskNode.Directory(0777), tree.nodes().get("/tmp"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x 0644 /a", "d", "d 0999 /a", "c 0666 4 /a", "f 0644 /none", "d 0755 a"})
    void aManifestThatDoesNotKeepToTheFormIsRefusedWithItsLine(String line) {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> DiskManifest.apply(List.of("", line), new DiskTree()));

        assertEquals("line 2 is malformed: " + line, refusal.getMessage());
    }
}

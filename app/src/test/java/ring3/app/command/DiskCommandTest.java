package ring3.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.app.disk.FsckMinix;

/// `ring3 disk`: what is put on an image is there, what is refused has changed nothing.
class DiskCommandTest {
    private static final int KIBIBYTE = 1024;

    @TempDir private Path folder;

    private DiskOnHost disk = DiskOnHost.at(Path.of(""));
    private Path hello = Path.of("");

    @BeforeEach
    void make() throws IOException {
        disk = DiskOnHost.made(folder.resolve("x.img"), "1M", KIBIBYTE);
        hello = Files.writeString(folder.resolve("hello"), "hello\n");
    }

    /// The flag for "unmounted" in the superblock and the three times of the root are all that
    /// differs.
    @ParameterizedTest
    @ValueSource(ints = {360 * KIBIBYTE, 4096 * KIBIBYTE, 64 * KIBIBYTE * KIBIBYTE})
    void anEmptyImageIsThatOfMkfsMinix(int bytes) throws Exception {
        Path theirs = folder.resolve("theirs");
        FsckMinix.make(theirs, bytes);
        DiskOnHost ours = DiskOnHost.made(folder.resolve("ours"), bytes / KIBIBYTE + "K", KIBIBYTE);

        byte[] expected = Files.readAllBytes(theirs);
        byte[] found = Files.readAllBytes(ours.path());
        int rootInode = (2 + expected[1030] + expected[1032]) * KIBIBYTE;
        for (byte[] image : new byte[][] {expected, found}) {
            image[1038] = 0;
            Arrays.fill(image, rootInode + 12, rootInode + 24, (byte) 0);
        }
        assertEquals(-1, Arrays.mismatch(expected, found));
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048, 4096})
    void aNewImageIsInOrderForTheMachineToo(int blockSize) {
        DiskOnHost made = DiskOnHost.made(folder.resolve("y.img"), "8M", blockSize);

        assertEquals("", made.done("check"));
        assertEquals("hi\n", made.shell("mkdir /mnt/d; echo hi > /mnt/d/f; cat /mnt/d/f"));
        assertEquals("hi\n", made.done("get", "/d/f", "-"));
        assertEquals("", made.done("check"));
    }

    @Test
    void anImageThatIsThereIsReplacedByForceOnly() throws IOException {
        disk.done("put", hello, "/");

        Outcome refused = disk.run("mkfs", "--size", "2M");

        assertEquals(2, refused.status());
        assertEquals("hello\n", disk.done("ls"));
        disk.done("mkfs", "--size", "2M", "--force");
        assertEquals("", disk.done("ls"));
        assertEquals(2 << 20, Files.size(disk.path()));
    }

    @Test
    void thereAreAsManyInodesAsAskedFor() {
        disk.done("mkfs", "--size", "1M", "--inodes", "16", "--force");
        for (int i = 0; i < 15; i++) {
            disk.done("put", hello, "/f" + i);
        }

        assertRefused("/g: the disk is full: no inode is free", hello, "/g");
    }

    @Test
    void aFileGetsTheNameOfThePathOrItsOwnInADirectory() {
        disk.done("put", hello, "/a");
        disk.done("put", hello, folder.resolve("hello"), "/");

        assertEquals("a\nhello\n", disk.done("ls"));
        assertEquals("hello\n", disk.done("get", "/a", "-"));
        assertEquals("/a\n", disk.done("ls", "/a"));
    }

    @Test
    void aFileOfTheSameNameIsReplacedAndItsZonesAreFree() throws Exception {
        Path large = folder.resolve("large");
        Files.write(large, new byte[600 * KIBIBYTE]);
        disk.done("put", large, "/f");
        disk.done("put", large, "/f");
        disk.done("put", hello, "/f");

        assertEquals("hello\n", disk.done("get", "/f", "-"));
        disk.done("put", large, "/g");
        FsckMinix.assertClean(disk.path());
    }

    @Test
    void theHostSaysWhatCanBeExecutedUnlessTheModeIsTold() {
        assertTrue(hello.toFile().setExecutable(true));
        disk.done("put", hello, "/bin");
        assertTrue(hello.toFile().setExecutable(false));
        disk.done("put", hello, "/text");
        disk.done("put", "--mode", "4711", hello, "/told");

        assertTrue(disk.done("ls", "-l", "/bin").startsWith("-rwxr-xr-x 1 0 0 6 20"));
        assertTrue(disk.done("ls", "-l", "/text").startsWith("-rw-r--r-- 1 0 0 6 20"));
        assertTrue(disk.done("ls", "-l", "/told").startsWith("-rwx--x--x 1 0 0 6 20"));
        disk.done("get", "/bin", folder.resolve("back"));
        disk.done("get", "/text", folder);
        assertTrue(folder.resolve("back").toFile().canExecute());
        assertTrue(Files.exists(folder.resolve("text")));
    }

    @Test
    void allKindsOfFilesAreListed() {
        disk.shell("mkdir /mnt/d; ln -s d /mnt/link; echo x > /mnt/d/f; ln /mnt/d/f /mnt/d/g");

        String root = disk.done("ls", "-l", "/");
        assertTrue(root.matches("drwxr-xr-x 2 0 0 256 .* d\nl\\S+ 1 0 0 +1 .* link -> d\n"), root);
        assertEquals("f\ng\n", disk.done("ls", "/link"));
        assertEquals("x\n", disk.done("get", "link/g", "-"));
        assertTrue(disk.done("ls", "-l", "/d/f").contains(" 2 0 0 2 "));
    }

    @Test
    void whatIsPutThroughASymbolicLinkGoesWhereItLeads() throws Exception {
        disk.shell("echo x > /mnt/f; ln -s f /mnt/link; ln -s nowhere /mnt/broken");

        disk.done("put", hello, "/link");

        assertEquals("hello\n", disk.shell("cat /mnt/f"));
        assertRefused("/broken: it is a symbolic link that leads nowhere", hello, "/broken");
        FsckMinix.assertClean(disk.path());
    }

    @Test
    void aFolderThatIsThereTakesWhatIsNew() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.createDirectories(tree.resolve("d"));
        Files.writeString(tree.resolve("d").resolve("f"), "f");
        disk.done("put", "-r", tree, "/");
        Files.writeString(tree.resolve("d").resolve("g"), "g");
        disk.done("put", "-r", tree, "/");
        disk.done("put", "-r", tree, "/other");

        assertEquals("other\ntree\n", disk.done("ls"));
        assertEquals("f\ng\n", disk.done("ls", "/tree/d"));
        assertEquals("f\ng\n", disk.done("ls", "/other/d"));
        assertEquals("", disk.done("check"));
    }

    @Test
    void whatDoesNotFitChangesNothing() throws IOException {
        Path large = folder.resolve("large");
        Files.write(large, new byte[KIBIBYTE * KIBIBYTE]);
        disk.done("put", hello, "/f");

        assertRefused("/large: the disk is full: no zone is free", hello, large, "/");
        assertRefused("/f: the disk is full: no zone is free", large, "/f");
        assertEquals("f\n", disk.done("ls"));
    }

    @Test
    void aFileIsNotLongerThanItsZonesReach() throws IOException {
        Path huge = folder.resolve("huge");
        long longest = (7 + 256 + 256 * 256) * KIBIBYTE;
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(longest + 1);
        }
        DiskOnHost large = DiskOnHost.made(folder.resolve("large.img"), "80M", KIBIBYTE);

        Outcome refused = large.run("put", huge, "/");
        assertTrue(refused.err().contains("a file here has at most " + longest), refused.err());
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(longest);
        }
        large.done("put", huge, "/");
        assertEquals("", large.done("check"));
    }

    @Test
    void aNameHasAtMost60Bytes() throws IOException {
        Path longest = Files.copy(hello, folder.resolve("x".repeat(60)));
        Path longer = Files.copy(hello, folder.resolve("x".repeat(61)));

        assertRefused("a name on the disk has at most 60 bytes", longest, longer, "/");
        disk.done("put", longest, "/");
        assertEquals("x".repeat(60) + "\n", disk.done("ls"));
    }

    @Test
    void whatCannotGoWhereItShouldIsRefused() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Path missing = folder.resolve("missing");
        disk.done("put", hello, "/f");
        disk.done("put", "-r", tree, "/d");

        assertRefused("tree: it is a folder, and folders need -r", hello, tree, "/");
        assertRefused("missing: no such file or folder", hello, missing, "/");
        assertRefused("/none: there is no such directory to put files into", hello, tree, "/none");
        assertRefused("/none/x: no such file or directory", hello, "/none/x");
        assertRefused("/f: a folder can take the place of a directory only", "-r", tree, "/f");
        assertRefused("/f/x: it is no directory", hello, "/f/x");
        assertRefused("characters of ISO 8859-1 only", hello, "/\u03b1");
        Files.createDirectories(tree.resolve("f").resolve("hello"));
        disk.done("put", "-r", tree.resolve("f"), "/d");
        assertRefused("/d/f/hello: a file can take the place of a regular", hello, "/d/f");
    }

    private void assertRefused(String sentence, Object... arguments) {
        try {
            byte[] before = Files.readAllBytes(disk.path());
            Outcome refused = disk.run("put", arguments);
            assertEquals(2, refused.status(), refused.err());
            assertTrue(refused.err().contains(sentence), refused.err());
            assertFalse(refused.err().contains("Exception"), refused.err());
            assertEquals(1, refused.err().lines().count(), refused.err());
            assertArrayEquals(before, Files.readAllBytes(disk.path()));
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    @Test
    void whatIsNotThereOrNoFileIsNotFetched() {
        disk.done("put", hello, "/f");
        for (String path : new String[] {"/none", "/f/g", "/"}) {
            Outcome refused = disk.run("get", path, folder.resolve("back"));
            assertEquals(2, refused.status());
            assertFalse(Files.exists(folder.resolve("back")));
        }
        Outcome itself = disk.run("get", "/f", disk.path());
        assertTrue(itself.err().contains("x.img: it is the image itself"), itself.err());
        assertEquals("f\n", disk.done("ls"));
    }

    @Test
    void aDamagedDiskTakesNothing() throws IOException {
        byte[] bytes = Files.readAllBytes(disk.path());
        bytes[2048] ^= 4;
        Files.write(disk.path(), bytes);

        assertRefused("file system: it is damaged; ring3 disk check tells how", hello, "/");
        assertEquals(1, disk.run("check").status());
    }
}

package ring3.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ring3.app.disk.FsckMinix;

/// `ring3 disk check` finds what `fsck.minix` finds and says what it is; some things that it does
/// not look at, too.
class DiskCheckCommandTest {
    private static final int CLEAN = 0;
    private static final int ERRORS = 4;
    private static final int UNUSABLE = 8;

    private static final int INODE_MAP = 2048;
    private static final int ZONE_MAP = 3072;
    private static final int INODES = 4096;
    private static final int MODE = 0;
    private static final int LINKS = 2;
    private static final int SIZE = 8;
    private static final int ZONES = 24;
    private static final int INDIRECT = ZONES + 7 * 4;
    private static final int NAME = 4;
    private static final int ENTRY = 64;

    /// Inode numbers, in the order in which the files were put there; after them /e.
    private static final int ROOT = 1;

    private static final int FILE = 2;
    private static final int DIRECTORY = 3;
    private static final int INNER = 4;
    private static final int FREE = 9;

    @TempDir private Path folder;

    private DiskOnHost disk = DiskOnHost.at(Path.of(""));
    private byte[] image = {};

    /// One thing done to an image, what `fsck.minix` says then, and a part of what we say.
    record Fault(String what, Consumer<Image> damage, int fsck, String sentence) {
        @Override
        public String toString() {
            return what;
        }
    }

    /// The numbers on an image of 1024-byte blocks with one block for each bitmap.
    record Image(ByteBuffer bytes) {
        void flip(int map, int bit) {
            bytes.put(map + bit / 8, (byte) (bytes.get(map + bit / 8) ^ 1 << bit % 8));
        }

        int inode(int number) {
            return INODES + (number - 1) * 64;
        }

        void setShort(int number, int field, int value) {
            bytes.putShort(inode(number) + field, (short) value);
        }

        void setInt(int number, int field, int value) {
            bytes.putInt(inode(number) + field, value);
        }

        int zone(int number, int field) {
            return bytes.getInt(inode(number) + field);
        }

        int entry(int directory, int index) {
            return zone(directory, ZONES) * 1024 + index * ENTRY;
        }

        int firstData() {
            return bytes.getShort(1034);
        }

        void setEntry(int directory, int index, int inode, String name) {
            byte[] padded = new byte[ENTRY - NAME];
            System.arraycopy(
                    name.getBytes(StandardCharsets.ISO_8859_1), 0, padded, 0, name.length());
            bytes.putInt(entry(directory, index), inode)
                    .put(entry(directory, index) + NAME, padded);
        }
    }

    private static Stream<Fault> faults() {
        return Stream.of(
                new Fault("nothing", _ -> {}, CLEAN, ""),
                new Fault(
                        "a zone in use marked free",
                        image -> image.flip(ZONE_MAP, 3),
                        ERRORS,
                        "in use by /f, but marked as free"),
                new Fault(
                        "a free zone marked",
                        image -> image.flip(ZONE_MAP, 900),
                        ERRORS,
                        ": marked as in use, but of no file"),
                new Fault(
                        "an inode in use marked free",
                        image -> image.flip(INODE_MAP, INNER),
                        ERRORS,
                        "inode 4: in use by /d/g, but marked as free"),
                new Fault(
                        "a free inode marked",
                        image -> image.flip(INODE_MAP, FREE),
                        ERRORS,
                        "inode 9: marked as in use, but in no directory"),
                new Fault(
                        "one link too many",
                        image -> image.setShort(FILE, LINKS, 2),
                        ERRORS,
                        "/f: its link count is 2, and 1 lead to it"),
                new Fault(
                        "one link of a directory too few",
                        image -> image.setShort(DIRECTORY, LINKS, 1),
                        ERRORS,
                        "/d: its link count is 1, and 2 lead to it"),
                new Fault(
                        "an entry that leads to a free inode",
                        image -> image.setEntry(ROOT, 4, FREE, "new"),
                        ERRORS,
                        "/new: its mode 000000 is that of no file"),
                new Fault(
                        "an entry that leads nowhere",
                        image -> image.setEntry(DIRECTORY, 2, 70_000, "g"),
                        ERRORS,
                        "/d/g: it leads to inode 70000 of "),
                new Fault(
                        "an entry that is gone",
                        image -> image.setEntry(DIRECTORY, 2, 0, "g"),
                        ERRORS,
                        "inode 4: marked as in use, but in no directory"),
                new Fault(
                        "a zone behind the disk",
                        image -> image.setInt(INNER, ZONES, 70_000),
                        ERRORS,
                        "/d/g: it leads to zone 70000, and files have "),
                new Fault(
                        "a zone before the data",
                        image -> image.setInt(INNER, ZONES, 3),
                        ERRORS,
                        "/d/g: it leads to zone 3, and files have "),
                new Fault(
                        "an indirect zone behind the disk",
                        image -> image.setInt(FILE, INDIRECT, -1),
                        ERRORS,
                        "/f: it leads to zone 4294967295, and files have "),
                new Fault(
                        "a zone in an indirect zone behind the disk",
                        image -> image.bytes().putInt(image.zone(FILE, INDIRECT) * 1024, 70_000),
                        ERRORS,
                        "/f: it leads to zone 70000, and files have "),
                new Fault(
                        "a zone of two files",
                        image -> image.setInt(INNER, ZONES, image.zone(FILE, ZONES)),
                        ERRORS,
                        "in use by inode 2 already"),
                new Fault(
                        "an indirect zone that leads to itself",
                        image -> {
                            int zone = image.zone(FILE, INDIRECT);
                            image.bytes().putInt(zone * 1024, zone);
                        },
                        ERRORS,
                        "in use by inode 2 already"),
                new Fault(
                        "a triple indirect zone that is a file's",
                        image -> image.setInt(INNER, ZONES + 9 * 4, image.zone(FILE, ZONES)),
                        ERRORS,
                        "in use by inode 2 already"),
                new Fault(
                        "a directory without ..",
                        image -> image.setEntry(DIRECTORY, 1, 0, ""),
                        ERRORS,
                        "/d: it does not begin with . and .."),
                new Fault(
                        "a directory whose .. leads down",
                        image -> image.setEntry(DIRECTORY, 1, DIRECTORY, ".."),
                        ERRORS,
                        "/d/..: it leads to inode 3 instead of 1"),
                new Fault(
                        "a directory that is too short",
                        image -> image.setInt(DIRECTORY, SIZE, ENTRY),
                        ERRORS,
                        "/d: a directory of 64 bytes is not made of two or more entries"),
                new Fault(
                        "a directory that has become a file",
                        image -> image.setShort(DIRECTORY, MODE, 0100644),
                        ERRORS,
                        "inode 4: marked as in use, but in no directory"),
                new Fault(
                        "a root that is none",
                        image -> image.setShort(ROOT, MODE, 0100644),
                        UNUSABLE,
                        "inode 1: it should be the root directory, and its mode is 100644"),
                new Fault(
                        "more inodes than marks for them",
                        image -> image.bytes().putInt(1024, 1 << 20),
                        UNUSABLE,
                        "superblock: the inode bitmap of 1 blocks is too small for 1048576"),
                new Fault(
                        "more zones than marks for them",
                        image -> image.bytes().putShort(1032, (short) 0),
                        UNUSABLE,
                        "superblock: "));
    }

    /// Faults that `fsck.minix` does not look for, and that hurt nevertheless.
    private static Stream<Fault> more() {
        return Stream.of(
                new Fault(
                        "a file of negative size",
                        image -> image.setInt(FILE, SIZE, -1),
                        CLEAN,
                        "/f: its size is -1 bytes, and a file has 0 to 67378176"),
                new Fault(
                        "a mode of no file",
                        image -> image.setShort(INNER + 1, MODE, 0070000),
                        CLEAN,
                        "/e: its mode 070000 is that of no file"),
                new Fault(
                        "two files of one name",
                        image -> image.setEntry(ROOT, 4, INNER + 1, "f"),
                        CLEAN,
                        "/f: there are two of this name"),
                new Fault(
                        "a name with a slash",
                        image -> image.setEntry(ROOT, 4, INNER + 1, "a/b"),
                        CLEAN,
                        "/a/b: nobody can use a name that is empty or has a slash in it"),
                new Fault(
                        "a second .",
                        image -> image.setEntry(ROOT, 4, INNER + 1, "."),
                        CLEAN,
                        "/.: this name is for the first two entries"),
                new Fault(
                        "a directory of half an entry",
                        image -> image.setInt(DIRECTORY, SIZE, 3 * ENTRY - 32),
                        CLEAN,
                        "/d: a directory of 160 bytes is not made of two or more entries"),
                new Fault(
                        "bit 0 of the inodes",
                        image -> image.flip(INODE_MAP, 0),
                        CLEAN,
                        "inode bitmap: bit 0, which stands for no inode, is clear"),
                new Fault(
                        "bit 0 of the zones",
                        image -> image.flip(ZONE_MAP, 0),
                        CLEAN,
                        "zone bitmap: bit 0, which stands for no zone, is clear"));
    }

    @BeforeEach
    void make() throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, new byte[20_000]);
        Path small = Files.writeString(folder.resolve("small"), "small");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        disk = DiskOnHost.made(folder.resolve("x.img"), "1M", 1024);
        disk.done("put", file, "/f");
        disk.done("put", "-r", empty, "/d");
        disk.done("put", small, "/d/g");
        Files.write(small, new byte[0]);
        disk.done("put", small, "/e");
        image = Files.readAllBytes(disk.path());
    }

    private void write(Consumer<Image> damage) throws IOException {
        byte[] damaged = image.clone();
        damage.accept(new Image(ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN)));
        Files.write(disk.path(), damaged);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatFsckFindsIsFound(Fault fault) throws Exception {
        write(fault.damage());

        FsckMinix.Verdict verdict = FsckMinix.check(disk.path());

        assertEquals(fault.fsck(), verdict.status(), verdict.said());
        assertFound(fault.fsck() == CLEAN ? 0 : 1, fault);
    }

    @ParameterizedTest
    @MethodSource("more")
    void whatFsckDoesNotLookForIsFound(Fault fault) throws Exception {
        write(fault.damage());

        assertEquals(CLEAN, FsckMinix.check(disk.path()).status());
        assertFound(1, fault);
    }

    private void assertFound(int status, Fault fault) throws IOException {
        byte[] before = Files.readAllBytes(disk.path());
        Outcome outcome = disk.run("check");
        assertEquals(status, outcome.status(), outcome.out());
        assertTrue(outcome.out().contains(fault.sentence()), outcome.out());
        assertEquals("", outcome.err());
        assertEquals(ByteBuffer.wrap(before), ByteBuffer.wrap(Files.readAllBytes(disk.path())));
    }

    @Test
    void aBitmapOfZerosIsAFewSentences() throws IOException {
        write(image -> image.bytes().put(ZONE_MAP, new byte[1024]));

        String out = disk.run("check").out();

        assertTrue(out.contains("in use by /f, but marked as free\n"), out);
        assertTrue(out.lines().count() < 10, out);
    }

    @Test
    void whatIsNoFileSystemIsBadInput() throws IOException {
        write(image -> image.bytes().put(1048, (byte) 0));
        assertBadInput("superblock: no MINIX V3 file system: the magic number is 4D00");
        Files.write(disk.path(), new byte[1000]);
        assertBadInput("superblock: the image is truncated: it ends after 1000 bytes");
        Files.delete(disk.path());
        assertBadInput("x.img: no such file or folder");
    }

    private void assertBadInput(String sentence) {
        Outcome outcome = disk.run("check");
        assertEquals(2, outcome.status());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains(sentence), outcome.err());
    }

    private static LongStream seeds() {
        Long one = Long.getLong("ring3.seed");
        return one != null ? LongStream.of(one) : LongStream.range(0, 80);
    }

    /// Goal: no damage makes a command fail otherwise than in a sentence, and what `fsck.minix`
    /// finds is found. Method: one byte of what is not contents of files becomes another.
    @ParameterizedTest(name = "-Dring3.seed={0}")
    @MethodSource("seeds")
    void anyByteMayBeWrong(long seed) throws Exception {
        var random = new Random(seed);
        write(image -> image.bytes().put(place(image, random), (byte) random.nextInt(256)));
        boolean bad = FsckMinix.check(disk.path()).status() != CLEAN;

        Outcome check = disk.run("check");

        assertFalse(check.err().contains("internal error"), check.err());
        if (bad) {
            assertNotEquals(CLEAN, check.status());
        }
        for (String path : new String[] {"/f", "/d/g", "/e"}) {
            assertTold(disk.run("get", path, folder.resolve("back")));
        }
        assertTold(disk.run("ls", "-l", "/d"));
        assertTold(disk.run("put", folder.resolve("small"), "/d"));
    }

    private static int place(Image image, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> 1024 + random.nextInt(32);
            case 1 -> INODE_MAP + random.nextInt(ZONE_MAP - INODE_MAP + 40);
            case 2 -> image.entry(ROOT, 0) + random.nextInt(5 * ENTRY);
            case 3 -> image.entry(DIRECTORY, 0) + random.nextInt(3 * ENTRY);
            default -> INODES + random.nextInt(5 * 64);
        };
    }

    private static void assertTold(Outcome outcome) {
        assertTrue(outcome.status() == 0 || outcome.status() == 2, outcome.err());
        assertFalse(outcome.err().contains("internal error"), outcome.err());
    }
}

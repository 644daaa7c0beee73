package ring3.app.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.app.command.Outcome;
import ring3.app.disk.FsckMinix;

/// Images that another program made take files, keep them, and stay in order.
class SecondDiskTest {
    @TempDir private Path folder;

    private Path image = Path.of("");

    @BeforeEach
    void makeImage() throws IOException, InterruptedException {
        image = folder.resolve("x.img");
        FsckMinix.make(image, 8 << 20);
    }

    private Outcome shell(String command) {
        return Outcome.of("shell", "--disk", image.toString(), "-c", command);
    }

    private Outcome write(String command) {
        return Outcome.of("shell", "--disk", image.toString(), "--write", "-c", command);
    }

    @Test
    void withWriteTheImageKeepsWhatWasWritten() throws Exception {
        Outcome written =
                write("mkdir -p /mnt/a/b; cp /home/big.txt /mnt/a/b/c; echo hi > /mnt/hi");

        assertEquals(0, written.status(), written.err());
        FsckMinix.assertClean(image);
        assertEquals(
                Outcome.of("shell", "-c", "cat /home/big.txt").out(),
                shell("cat /mnt/a/b/c").out());
        assertEquals("hi\n", shell("cat /mnt/hi").out());
    }

    @Test
    void withoutWriteTheImageIsUnchanged() throws IOException {
        byte[] before = Files.readAllBytes(image);

        assertEquals("hi\n", shell("echo hi > /mnt/hi; cat /mnt/hi; sync").out());
        assertArrayEquals(before, Files.readAllBytes(image));
    }

    /// Places of the superblock: count of inodes, blocks of the inode map, first zone.
    @ParameterizedTest(name = "byte {0}")
    @ValueSource(ints = {1024, 1030, 1034})
    void aDamagedSuperblockIsRefusedInOneSentence(int place) throws IOException {
        byte[] bytes = Files.readAllBytes(image);
        bytes[place] = (byte) 0xff;
        bytes[place + 1] = (byte) 0xff;
        Files.write(image, bytes);

        Outcome outcome = shell("ls /mnt");

        assertEquals(1, outcome.status(), outcome.out());
        assertTrue(outcome.err().contains("is not mounted: "), outcome.err());
    }
}

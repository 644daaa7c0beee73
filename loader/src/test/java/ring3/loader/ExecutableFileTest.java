package ring3.loader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Executables as they lie on a disk, whole and damaged.
@Timeout(30)
class ExecutableFileTest {
    private static final String MANIFEST_NAME = "META-INF/MANIFEST.MF";
    private static final String MANIFEST =
            "Manifest-Version: 1.0\r\nMain-Class: Main\r\nRing3-Name: main\r\nRing3-Kind: user\r\n\r\n";

    private static final ExecutableFile PROGRAM = Assembled.program(Assembled.main(_ -> {}));

    private static String refusal(byte[] bytes) {
        return assertThrows(Refusal.class, () -> ExecutableFile.read(bytes)).sentence();
    }

    @Test
    void whatWasWrittenIsRead() throws Refusal {
        ExecutableFile read = ExecutableFile.read(PROGRAM.bytes());

        assertEquals(PROGRAM.name(), read.name());
        assertEquals(PROGRAM.kind(), read.kind());
        assertEquals(PROGRAM.main(), read.main());
        assertEquals(PROGRAM.classes().keySet(), read.classes().keySet());
        assertArrayEquals(PROGRAM.classes().get("Main"), read.classes().get("Main"));
    }

    @Test
    void theSameProgramGivesTheSameBytes() throws Refusal {
        assertArrayEquals(PROGRAM.bytes(), ExecutableFile.read(PROGRAM.bytes()).bytes());
    }

    @Test
    void aByteTurnedOverIsNoticedOrChangesNoClass() {
        byte[] whole = PROGRAM.bytes();
        for (int place = 0; place < whole.length; place++) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 0x41;
            assertSameClassOrRefused(damaged, place);
        }
    }

    private static void assertSameClassOrRefused(byte[] damaged, int place) {
        try {
            Assembled.loader().load(damaged);
            byte[] main = ExecutableFile.read(damaged).classes().get("Main");
            assertArrayEquals(PROGRAM.classes().get("Main"), main, () -> "byte " + place);
        } catch (Refusal refusal) {
            assertTrue(refusal.sentence().length() > 20, refusal.sentence());
        }
    }

    @Test
    void anEndTooEarlyIsNoticedOrCutsNoClass() {
        byte[] whole = PROGRAM.bytes();
        for (int length = 0; length < whole.length; length++) {
            assertSameClassOrRefused(Arrays.copyOf(whole, length), length);
        }
    }

    @Test
    void whatIsNoExecutableIsRefused() throws IOException {
        byte[] text = "#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII);
        assertTrue(refusal(text).contains("does not begin with a manifest"));
        assertTrue(refusal(new byte[0]).contains("does not begin with a manifest"));
        assertTrue(refusal(zip("Main.class", "x")).contains("does not begin with a manifest"));
        assertTrue(refusal(zip(MANIFEST_NAME, "x: y\r\n\r\n")).contains("no Ring3-Name"));
        String unknown = MANIFEST.replace("user", "king");
        assertTrue(refusal(zip(MANIFEST_NAME, unknown)).contains("unknown kind king"));
        String longName = MANIFEST.replace(": main", ": a-name-that-is-too-long");
        assertTrue(refusal(zip(MANIFEST_NAME, longName)).contains("more than 15 characters"));
    }

    @Test
    void aMainClassThatIsNotThereIsRefused() throws IOException {
        byte[] empty = zip(MANIFEST_NAME, MANIFEST);

        Refusal refusal = assertThrows(Refusal.class, () -> Assembled.loader().load(empty));

        assertEquals("Main: the main class is not in the executable", refusal.sentence());
    }

    @Test
    void whatUnpacksToTooMuchIsRefused() throws IOException {
        String zeros = "\0".repeat(9 << 20);
        assertTrue(refusal(zip(MANIFEST_NAME, zeros)).contains("takes more than"));
        assertTrue(refusal(zip(MANIFEST_NAME, MANIFEST, "A.class", zeros)).contains("take more"));
        assertTrue(refusal(zip(MANIFEST_NAME, MANIFEST, "a.txt", zeros)).contains("take more"));
    }

    @Test
    void twoClassesOfOneNameAreRefused() throws IOException {
        byte[] twice = zip(MANIFEST_NAME, MANIFEST, "a.b.class", "x", "a/b.class", "y");

        assertTrue(refusal(twice).contains("a.b: there are two class files of that name"));
    }

    @Test
    void aNameThatClimbsOutOfTheJarNamesNoClass() throws IOException {
        byte[] climbing = zip(MANIFEST_NAME, MANIFEST, "../../Main.class", "x");

        assertThrows(Refusal.class, () -> Assembled.loader().load(climbing));
    }

    /// A jar of entries without their sizes in front; names and contents in turn.
    private static byte[] zip(String... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toByteArray();
    }
}

package ring3.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of the lab, made without a display.
@Tag("ui")
class ScreenshotCommandTest {
    /// Where a PNG file tells its width and height (PNG specification, IHDR).
    private static final int WIDTH = 16;

    private static final int HEIGHT = 20;
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;

    @TempDir private Path folder;

    private Outcome screenshot(String at, String... more) {
        String[] arguments = new String[more.length + 6];
        String[] first = {"screenshot", "boot", "--at", at, "-o", picture().toString()};
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return Outcome.of(arguments);
    }

    private Path picture() {
        return folder.resolve("p.png");
    }

    @Test
    void isAPngOfThatSize() throws IOException {
        Outcome outcome = screenshot("15ms", "--size", "1280x720", "--select", "at_wini");

        assertEquals(0, outcome.status(), outcome.err());
        ByteBuffer png = ByteBuffer.wrap(Files.readAllBytes(picture()));
        assertEquals(SIGNATURE, png.getLong(0));
        assertEquals(1280, png.getInt(WIDTH));
        assertEquals(720, png.getInt(HEIGHT));
    }

    @Test
    void theThemesAreDifferent() throws IOException {
        screenshot("500", "--theme", "dark");
        byte[] dark = Files.readAllBytes(picture());
        screenshot("500", "--theme", "light");

        assertFalse(Arrays.equals(dark, Files.readAllBytes(picture())));
    }

    @Test
    void theTableOfKernelCallsIsAViewOfItsOwn() throws IOException {
        screenshot("500");
        byte[] lab = Files.readAllBytes(picture());

        assertEquals(0, screenshot("500", "--view", "calls").status());

        assertFalse(Arrays.equals(lab, Files.readAllBytes(picture())));
    }

    @Test
    void aDeviceCanBeSelectedLikeAProcess() throws IOException {
        screenshot("500", "--select", "");
        byte[] nothing = Files.readAllBytes(picture());

        Outcome outcome = screenshot("500", "--select", "device:LED panel");

        assertEquals(0, outcome.status(), outcome.err());
        assertFalse(Arrays.equals(nothing, Files.readAllBytes(picture())));
    }

    @Test
    void whatIsNotThereCannotBeSelected() {
        Outcome outcome = screenshot("500", "--select", "device:Abacus");

        assertEquals(2, outcome.status());
        assertTrue(outcome.err().contains("device:Abacus"), outcome.err());
        assertFalse(Files.exists(picture()));
    }

    @Test
    void aFileThatCannotBeWrittenIsToldInOneSentence() {
        Outcome outcome =
                Outcome.of(
                        "screenshot",
                        "boot",
                        "--at",
                        "1",
                        "-o",
                        folder.resolve("no/p.png").toString());

        assertEquals(2, outcome.status());
        assertTrue(outcome.err().startsWith("ring3: "), outcome.err());
    }
}

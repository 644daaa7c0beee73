package ring3.visualizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ui")
class LabPictureTest {
    @TempDir private Path folder = Path.of("");

    private Image picture(Theme theme) throws IOException {
        Story story = Story.booted();
        Path file = folder.resolve(theme + ".png");
        new LabPicture(
                        story.frame(false),
                        story.trace(),
                        SourceText.NONE,
                        "Boot",
                        "vfs",
                        LabPicture.View.LAB,
                        theme,
                        640,
                        480)
                .write(file);
        return new Image(Files.newInputStream(file));
    }

    @Test
    void aPictureHasTheSizeAskedForAndTheColoursOfItsTheme() throws IOException {
        Image dark = picture(Theme.DARK);
        Image light = picture(Theme.LIGHT);

        assertEquals(640, dark.getWidth());
        assertEquals(480, dark.getHeight());
        assertEquals(Palette.of(Theme.DARK).get("panel"), dark.getPixelReader().getColor(3, 3));
        assertEquals(Palette.of(Theme.LIGHT).get("panel"), light.getPixelReader().getColor(3, 3));
        assertNotEquals(
                dark.getPixelReader().getColor(3, 3), light.getPixelReader().getColor(3, 3));
    }
}

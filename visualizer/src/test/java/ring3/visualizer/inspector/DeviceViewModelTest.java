package ring3.visualizer.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ring3.hardware.LedPicture;
import ring3.visualizer.Selection;
import ring3.visualizer.Story;

class DeviceViewModelTest {
    private final Story story = Story.booted();
    private final Selection selection = new Selection();
    private final DeviceViewModel model = new DeviceViewModel(selection);

    @Test
    void aProcessIsNoDevice() {
        selection.select("at_wini");
        model.show(story.frame(true));
        assertFalse(model.presentProperty().get());

        selection.select("device:ATA disk");

        assertTrue(model.presentProperty().get());
        assertEquals("ATA disk", model.titleProperty().get());
    }

    @Test
    void theWiresOfADeviceAreTold() {
        model.show(story.frame(true));
        selection.select("device:ATA disk");
        assertEquals(
                List.of(new Fact("I/O ports", "1F0-1F7 3F6 C000-C007"), new Fact("IRQ", "14")),
                model.factsProperty().get());
        assertNull(model.pictureProperty().get());

        selection.select("device:VGA text");

        assertEquals(new Fact("IRQ", "none"), model.factsProperty().get().getLast());
    }

    @Test
    void theLedPanelShowsItsLights() {
        selection.select("device:LED panel");
        model.show(story.lights(0xff, 0x01).frame(true));
        LedPicture picture = model.pictureProperty().get();
        assertNotNull(picture);
        assertEquals(9, picture.litCount());
        assertEquals(new Fact("Lights", "on, 9 of 256 lit"), model.factsProperty().get().getLast());

        model.show(story.lightsOff().frame(true));

        assertEquals(new Fact("Lights", "off"), model.factsProperty().get().getLast());
        assertEquals(LedPicture.OFF, model.pictureProperty().get());
    }

    @Test
    void lightsThatHaveNotChangedAreNoNews() {
        selection.select("device:LED panel");
        model.show(story.lights(0xff).frame(true));
        List<@Nullable LedPicture> news = new ArrayList<>();
        model.pictureProperty().subscribe((_, next) -> news.add(next));
        model.show(story.frame(true));
        assertEquals(List.of(), news);

        model.show(story.lights(0x0f).frame(true));

        assertEquals(1, news.size());
    }
}

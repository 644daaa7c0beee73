package ring3.visualizer.inspector;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ring3.hardware.LedPicture;
import ring3.visualizer.led.LedView;

/// The inspector of the selected device.
final class DeviceView {
    private static final int PITCH_MAX = 24;
    private static final int FRAME = 5;

    private final LedView lights = new LedView(PITCH_MAX, FRAME);
    private final VBox box;

    DeviceView(DeviceViewModel model) {
        var title = new Label();
        title.setId("inspector-device");
        title.textProperty().bind(model.titleProperty());
        title.getStyleClass().add("inspector-title");
        var facts = new FactGrid();
        facts.setId("inspector-device-facts");
        model.factsProperty().subscribe(facts::show);
        lights.setId("inspector-lights");
        model.pictureProperty().subscribe(this::show);
        box = new VBox(title, facts, lights);
        box.visibleProperty().bind(model.presentProperty());
    }

    Region node() {
        return box;
    }

    private void show(@Nullable LedPicture picture) {
        lights.setVisible(picture != null);
        lights.setManaged(picture != null);
        if (picture != null) {
            lights.show(picture);
        }
    }
}

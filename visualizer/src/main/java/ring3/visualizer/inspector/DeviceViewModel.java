package ring3.visualizer.inspector;

import static ring3.visualizer.Texts.text;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import ring3.events.snapshots.DeviceSnapshot;
import ring3.hardware.LedPicture;
import ring3.visualizer.DeviceLabels;
import ring3.visualizer.LabFrame;
import ring3.visualizer.Selection;
import ring3.visualizer.led.LedWords;

/// What the inspector shows of the selected device.
public final class DeviceViewModel {
    private final Selection selection;
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Fact>> facts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable LedPicture> picture =
            new ReadOnlyObjectWrapper<>();
    private @Nullable LabFrame frame;

    /// An inspector of the device that is selected, if it is one.
    public DeviceViewModel(Selection selection) {
        this.selection = selection;
        selection.labelProperty().subscribe(this::update);
    }

    /// Shows a frame.
    public void show(LabFrame next) {
        frame = next;
        update();
    }

    private void update() {
        DeviceSnapshot device =
                frame == null
                        ? null
                        : DeviceLabels.find(frame.snapshot().devices(), selection.label());
        present.set(device != null);
        if (device != null && frame != null) {
            LedPicture lights = frame.lightsOf(device);
            title.set(device.name());
            picture.set(lights);
            facts.set(facts(device, lights));
        }
    }

    private static List<Fact> facts(DeviceSnapshot device, @Nullable LedPicture lights) {
        List<Fact> facts = new ArrayList<>();
        String line = device.irq() < 0 ? text("fact.none") : Integer.toString(device.irq());
        facts.add(new Fact(text("fact.ports"), device.ports()));
        facts.add(new Fact(text("fact.irqs"), line));
        if (lights != null) {
            facts.add(new Fact(text("fact.lights"), LedWords.of(lights)));
        }
        return facts;
    }

    /// Whether a device is selected.
    public ReadOnlyBooleanProperty presentProperty() {
        return present.getReadOnlyProperty();
    }

    /// What people call it.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// How it is wired, and what it shows.
    public ReadOnlyObjectProperty<List<Fact>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /// Its lights; null when it has none.
    public ReadOnlyObjectProperty<@Nullable LedPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }
}

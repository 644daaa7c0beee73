package ring3.visualizer.transport;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import ring3.visualizer.LabFrame;
import ring3.visualizer.MachineControl;
import ring3.visualizer.StepSize;
import ring3.visualizer.Texts;

/// What the transport bar shows and can do.
public final class TransportViewModel {
    private final MachineControl control;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper powered = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper event = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper speedWords = new ReadOnlyStringWrapper("");
    private final IntegerProperty notch = new SimpleIntegerProperty(SpeedScale.normal());
    private final ObjectProperty<StepSize> stepSize = new SimpleObjectProperty<>(StepSize.MESSAGE);

    /// A bar that works this machine.
    public TransportViewModel(MachineControl control) {
        this.control = control;
        speedWords.set(SpeedScale.words(SpeedScale.speed(notch.get())));
        notch.addListener((_, _, _) -> useSpeed());
    }

    /// Shows a frame. The speed is that of the slider, which the lab alone moves.
    public void show(LabFrame frame) {
        running.set(frame.running());
        powered.set(!frame.snapshot().halted() && frame.snapshot().panic() == null);
        event.set(Texts.text("transport.event", Texts.grouped(frame.snapshot().event())));
        time.set(Texts.text("transport.time", Texts.seconds(frame.snapshot().nanos())));
    }

    /// Puts the slider where the machine's speed is, when a lab opens on a machine that has one.
    public void adopt(LabFrame frame) {
        notch.set(SpeedScale.notch(frame.speed()));
    }

    /// Runs a machine that stands, pauses one that runs.
    public void toggleRunning() {
        if (running.get()) {
            control.pause();
        } else {
            control.run();
        }
    }

    /// Runs it.
    public void run() {
        control.run();
    }

    /// Goes one step of the chosen size.
    public void step() {
        control.step(stepSize.get());
    }

    /// Goes one step of that size and leaves the choice as it is.
    public void step(StepSize size) {
        control.step(size);
    }

    /// Begins again and stands still at power-on.
    public void toStart() {
        control.pause();
        control.reset();
    }

    /// Presses the reset button: a machine that ran goes on running.
    public void reset() {
        control.reset();
    }

    /// Moves the slider by notches.
    public void changeSpeed(int notches) {
        notch.set(Math.clamp(notch.get() + notches, 0, SpeedScale.last()));
    }

    /// Moves the slider to normal speed.
    public void normalSpeed() {
        notch.set(SpeedScale.normal());
    }

    private void useSpeed() {
        control.setSpeed(SpeedScale.speed(notch.get()));
        speedWords.set(SpeedScale.words(SpeedScale.speed(notch.get())));
    }

    /// Whether the machine runs.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Whether the machine is on: it has neither halted nor panicked.
    public ReadOnlyBooleanProperty poweredProperty() {
        return powered.getReadOnlyProperty();
    }

    /// The number of the last event, in words.
    public ReadOnlyStringProperty eventProperty() {
        return event.getReadOnlyProperty();
    }

    /// The virtual time, in words.
    public ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    /// The speed in words.
    public ReadOnlyStringProperty speedWordsProperty() {
        return speedWords.getReadOnlyProperty();
    }

    /// The notch of the slider, see [SpeedScale].
    public IntegerProperty notchProperty() {
        return notch;
    }

    /// How far a step goes.
    public ObjectProperty<StepSize> stepSizeProperty() {
        return stepSize;
    }
}

package ring3.visualizer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;

/// A machine that only writes down what it was told.
public final class RecordingControl implements MachineControl {
    /// What it was told, in order.
    public final List<String> told = new ArrayList<>();

    @Override
    public void run() {
        told.add("run");
    }

    @Override
    public void pause() {
        told.add("pause");
    }

    @Override
    public void step(StepSize size) {
        told.add("step " + size);
    }

    @Override
    public void setSpeed(Speed speed) {
        told.add("speed " + speed.unit() + " " + speed.value());
    }

    @Override
    public void select(@Nullable Endpoint process) {
        told.add("select " + process);
    }

    @Override
    public void crash(Endpoint process) {
        told.add("crash " + process);
    }

    @Override
    public void kill(Endpoint process) {
        told.add("kill " + process);
    }

    @Override
    public void key(char character) {
        told.add("char " + (int) character);
    }

    @Override
    public void key(ConsoleKey key) {
        told.add("key " + key);
    }

    @Override
    public void reset() {
        told.add("reset");
    }
}

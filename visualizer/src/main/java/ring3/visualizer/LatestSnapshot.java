package ring3.visualizer;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The one place where the machine thread and the JavaFX thread meet. The newest frame wins: the
/// machine never waits for the screen, and the screen never shows half a step.
public final class LatestSnapshot {
    private final AtomicReference<@Nullable LabFrame> latest = new AtomicReference<>();

    /// Puts a frame in place of one that nobody has taken.
    public void publish(LabFrame frame) {
        latest.set(frame);
    }

    /// Takes the frame away; null when there is none since the last call.
    public @Nullable LabFrame take() {
        return latest.getAndSet(null);
    }

    /// Whether a frame waits, so that a machine need not make one that nobody would see.
    public boolean isFull() {
        return latest.get() != null;
    }
}

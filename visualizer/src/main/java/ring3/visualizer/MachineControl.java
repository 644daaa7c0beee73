package ring3.visualizer;

import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;

/// What the lab can do to the machine. Called on the JavaFX thread; each call returns at once, and
/// its effect shows in a later frame.
public interface MachineControl {
    /// Lets the machine run at its speed.
    void run();

    /// Stops it behind the kernel entry under way.
    void pause();

    /// Goes one step and stops; a running machine is stopped first.
    void step(StepSize size);

    /// From now on the machine runs that fast.
    void setSpeed(Speed speed);

    /// Names the process that [StepSize#PROCESS] means; null when none is selected.
    void select(@Nullable Endpoint process);

    /// Makes the processor raise an exception in the process, as a bug of its own would.
    void crash(Endpoint process);

    /// Raises SIGKILL on the process.
    void kill(Endpoint process);

    /// Types a character on the emulated keyboard; control characters are those of ASCII.
    void key(char character);

    /// Types a key that has no character.
    void key(ConsoleKey key);

    /// Presses the reset button: the machine starts again from power-on.
    void reset();
}

package ring3.loader;

import java.lang.invoke.MethodHandle;
import ring3.hardware.Hart;
import ring3.syslib.Program;

/// A program that is loaded: what all its processes share. Each process gets an object of its own,
/// made when it starts, and whatever it keeps is in there.
///
/// @param name what its processes are called unless somebody says otherwise
/// @param forks whether it can call `fork`
public record Text(String name, Kind kind, boolean forks, MethodHandle constructor) {
    /// The program for one process. Nothing of it has run when this returns: its constructor runs
    /// as the first instructions of the process.
    public Program program() {
        return sys -> {
            Program program = newProgram();
            Hart.keeps(most -> LiveBytes.of(program, most));
            program.run(sys);
        };
    }

    private Program newProgram() {
        try {
            return (Program) constructor.invoke();
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }
}

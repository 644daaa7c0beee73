package ring3.components.lib.posix;

import java.util.List;

/// A program in the shape of a C program.
@FunctionalInterface
public interface UserProgram {
    /// Runs it. The first argument is the name it was called by. Returns the exit status, 0 to 255.
    int main(Posix posix, List<String> arguments);
}

package ring3.components.lib.posix;

import java.util.List;
import ring3.components.protocol.ExecFrame;
import ring3.syslib.Program;
import ring3.syslib.Startup;
import ring3.syslib.Syslib;

/// A program in the shape of a C program.
public interface UserProgram extends Program {
    /// Runs it. The first argument is the name it was called by. Returns the exit status, 0 to 255.
    int main(Posix posix, List<String> arguments);

    /// What the C run-time start-up code is: takes the arguments from memory, calls `main`, writes
    /// out what is still buffered and ends the process.
    @Override
    default void run(Syslib sys) {
        Startup startup = sys.startup();
        ExecFrame frame =
                ExecFrame.load(sys.memory(), startup.frameAddress(), startup.frameBytes());
        Posix posix = new Posix(sys, frame);
        int status = main(posix, frame.arguments());
        posix.exit(status);
    }
}

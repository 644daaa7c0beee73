package ring3.components.lib.posix;

import ring3.components.protocol.ExecFrame;
import ring3.syslib.Program;
import ring3.syslib.Startup;
import ring3.syslib.Syslib;

/// What the C run-time start-up code is: takes the arguments from memory, calls `main`, writes out
/// what is still buffered and ends the process.
public final class PosixProgram implements Program {
    private final UserProgram program;

    /// The process that runs `program`.
    public PosixProgram(UserProgram program) {
        this.program = program;
    }

    @Override
    public void run(Syslib sys) {
        Startup startup = sys.startup();
        ExecFrame frame =
                ExecFrame.load(sys.memory(), startup.frameAddress(), startup.frameBytes());
        Posix posix = new Posix(sys, frame);
        int status = program.main(posix, frame.arguments());
        posix.exit(status);
    }
}

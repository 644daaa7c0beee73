package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.components.lib.posix.WorkingDirectory;

/// `pwd`: prints the path of the working directory.
public final class Pwd implements UserProgram {
    @Override
    public int main(Posix posix, List<String> arguments) {
        posix.out().line(WorkingDirectory.find(posix));
        return 0;
    }
}

package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;

/// `false`: fails.
public final class False implements UserProgram {
    @Override
    public int main(Posix posix, List<String> arguments) {
        return 1;
    }
}

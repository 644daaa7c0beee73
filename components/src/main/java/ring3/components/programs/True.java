package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;

/// `true`: succeeds.
public final class True implements UserProgram {
    @Override
    public int main(Posix posix, List<String> arguments) {
        return 0;
    }
}

package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;

/// `date`: prints the time of the emulated clock.
public final class Date implements UserProgram {
    @Override
    public int main(Posix posix, List<String> arguments) {
        posix.out().line(CivilDate.of(posix.processes().seconds()).longForm());
        return 0;
    }
}

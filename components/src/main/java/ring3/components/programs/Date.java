package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;

/// `date [+%s]`: prints the time of the emulated clock, with `+%s` as seconds since 1970.
public final class Date implements UserProgram {
    @Override
    public int main(Posix posix, List<String> arguments) {
        List<String> operands = arguments.subList(1, arguments.size());
        boolean plain = operands.equals(List.of("+%s"));
        if (!plain && !operands.isEmpty()) {
            posix.err().line("usage: date [+%s]");
            return 1;
        }
        long seconds = posix.processes().seconds();
        posix.out().line(plain ? Long.toString(seconds) : CivilDate.of(seconds).longForm());
        return 0;
    }
}

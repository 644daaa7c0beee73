package ring3.components.programs;

import java.util.List;
import ring3.components.lib.Words;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;

/// `spin time`: asks what time it is again and again until it is that time, in seconds since 1970,
/// and prints how often it could ask. Several that end at the same time show how the processor is
/// shared among them.
public final class Spin implements UserProgram {
    private static final int DIGITS_MAX = 18;

    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "");
        if (line.isRefused(posix, "time", 1, 1)) {
            return 1;
        }
        String operand = line.operands().getFirst();
        if (!Words.isNumber(operand, DIGITS_MAX)) {
            posix.complain("spin", "invalid time '" + operand + "'");
            return 1;
        }
        long end = Long.parseLong(operand);
        int turns = 0;
        while (posix.processes().seconds() < end) {
            turns++;
        }
        posix.out().line(Integer.toString(turns));
        return 0;
    }
}

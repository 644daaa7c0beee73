package ring3.components.programs;

import java.util.List;
import ring3.components.lib.Words;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.syslib.Errno;

/// `nice [-n increment] command [argument...]`: runs a command with another nice value, which
/// decides how much of the processor it gets beside others.
public final class Nice implements UserProgram {
    private static final String USAGE = "[-n increment] command [argument...]";
    private static final int FAILED = 125;
    private static final int DIGITS_MAX = 4;
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;

    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "n:");
        if (line.isRefused(posix, USAGE, 1, Integer.MAX_VALUE)) {
            return FAILED;
        }
        String increment = line.value('n', "10");
        boolean signed = increment.startsWith("-") || increment.startsWith("+");
        if (!Words.isNumber(increment.substring(signed ? 1 : 0), DIGITS_MAX)) {
            posix.complain("nice", "invalid increment '" + increment + "'");
            return FAILED;
        }
        return switch (posix.processes().nice(0)) {
            case Outcome.Failure<Integer>(Errno error) -> refused(posix, error);
            case Outcome.Success<Integer>(Integer now) ->
                    run(posix, line.operands(), now + Integer.parseInt(increment));
        };
    }

    private static int run(Posix posix, List<String> command, int nice) {
        int changed = posix.processes().setNice(0, nice);
        if (changed < 0) {
            return refused(posix, Errno.of(changed));
        }
        Errno error = Errno.of(posix.execvp(command, posix.environment()));
        posix.complain("nice", command.getFirst(), error);
        return error == Errno.ENOENT ? NOT_FOUND : NOT_EXECUTABLE;
    }

    private static int refused(Posix posix, Errno error) {
        posix.complain("nice", "cannot change the priority", error);
        return FAILED;
    }
}

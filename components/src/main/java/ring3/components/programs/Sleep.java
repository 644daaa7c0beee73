package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;

/// `sleep seconds`: waits; a fraction of a second is allowed.
public final class Sleep implements UserProgram {
    private static final long MILLIS = 1000;

    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "");
        if (line.isRefused(posix, "seconds", 1, 1)) {
            return 1;
        }
        String operand = line.operands().getFirst();
        long millis = millis(operand);
        if (millis < 0) {
            posix.complain("sleep", "invalid time interval '" + operand + "'");
            return 1;
        }
        posix.processes().sleep(millis);
        return 0;
    }

    /// The time in milliseconds, -1 for what is no time.
    private static long millis(String text) {
        int dot = text.indexOf('.');
        String whole = dot < 0 ? text : text.substring(0, dot);
        String fraction = dot < 0 ? "" : text.substring(dot + 1);
        try {
            long seconds = whole.isEmpty() ? 0 : Long.parseUnsignedLong(whole);
            String digits = (fraction + "000").substring(0, 3);
            long millis =
                    Math.addExact(Math.multiplyExact(seconds, MILLIS), Long.parseLong(digits));
            return text.equals(".") || text.isEmpty() ? -1 : millis;
        } catch (NumberFormatException | ArithmeticException e) {
            return -1;
        }
    }
}

package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.SignalText;
import ring3.components.lib.posix.UserProgram;
import ring3.syslib.Errno;
import ring3.syslib.Signals;

/// `kill [-signal | -s signal] pid...`, `kill -l`: sends a signal, by number or name; a negative
/// pid is a process group.
public final class Kill implements UserProgram {
    private static final int USAGE_STATUS = 2;

    @Override
    public int main(Posix posix, List<String> arguments) {
        List<String> rest = arguments.subList(1, arguments.size());
        String first = rest.isEmpty() ? "" : rest.getFirst();
        int signal = Signals.SIGTERM;
        if (first.equals("-l")) {
            return list(posix);
        }
        if (first.equals("-s") && rest.size() > 1) {
            signal = SignalText.parse(rest.get(1));
            rest = rest.subList(2, rest.size());
        } else if (first.startsWith("-") && !first.equals("--")) {
            signal = signal(first.substring(1));
            rest = rest.subList(1, rest.size());
        }
        if (signal < 0) {
            posix.complain("kill", "unknown signal " + first);
            return USAGE_STATUS;
        }
        if (!rest.isEmpty() && rest.getFirst().equals("--")) {
            rest = rest.subList(1, rest.size());
        }
        if (rest.isEmpty()) {
            posix.err().line("usage: kill [-signal | -s signal] pid...");
            return USAGE_STATUS;
        }
        int status = 0;
        for (String pid : rest) {
            status |= send(posix, pid, signal);
        }
        return status;
    }

    private static int signal(String text) {
        try {
            int number = Integer.parseInt(text);
            return number < 0 || number >= Signals.COUNT ? -1 : number;
        } catch (NumberFormatException e) {
            return SignalText.parse(text);
        }
    }

    private static int send(Posix posix, String operand, int signal) {
        int pid;
        try {
            pid = Integer.parseInt(operand);
        } catch (NumberFormatException e) {
            posix.complain("kill", "Illegal number: " + operand);
            return 1;
        }
        int status = posix.processes().kill(pid, signal);
        if (status < 0) {
            posix.complain("kill", operand, Errno.of(status));
            return 1;
        }
        return 0;
    }

    private static int list(Posix posix) {
        for (int signal = 1; signal < Signals.COUNT; signal++) {
            String name = Signals.name(signal);
            if (!name.equals(Integer.toString(signal))) {
                posix.out().line(name);
            }
        }
        return 0;
    }
}

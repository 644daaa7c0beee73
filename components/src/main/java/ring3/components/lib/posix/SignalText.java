package ring3.components.lib.posix;

import ring3.syslib.Signals;

/// What people are told of a signal (minix: lib/libc, strsignal), and the signals by name.
public final class SignalText {
    private SignalText() {}

    /// What a process died of.
    public static String of(int signal) {
        return switch (signal) {
            case Signals.SIGHUP -> "Hangup";
            case Signals.SIGINT -> "Interrupt";
            case Signals.SIGQUIT -> "Quit";
            case Signals.SIGILL -> "Illegal instruction";
            case Signals.SIGTRAP -> "Trace/breakpoint trap";
            case Signals.SIGABRT -> "Aborted";
            case Signals.SIGFPE -> "Floating point exception";
            case Signals.SIGKILL -> "Killed";
            case Signals.SIGBUS -> "Bus error";
            case Signals.SIGSEGV -> "Segmentation fault";
            case Signals.SIGSYS -> "Bad system call";
            case Signals.SIGPIPE -> "Broken pipe";
            case Signals.SIGALRM -> "Alarm clock";
            case Signals.SIGTERM -> "Terminated";
            case Signals.SIGUSR1 -> "User defined signal 1";
            case Signals.SIGUSR2 -> "User defined signal 2";
            default -> "Signal " + signal;
        };
    }

    /// The signal with that number or name, `9`, `KILL` or `SIGKILL`; -1 when there is none.
    public static int parse(String text) {
        String name = text.startsWith("SIG") ? text.substring(3) : text;
        for (int signal = 1; signal < Signals.COUNT; signal++) {
            if (name.equals(Signals.name(signal))) {
                return signal;
            }
        }
        return text.equals("0") ? 0 : -1;
    }
}

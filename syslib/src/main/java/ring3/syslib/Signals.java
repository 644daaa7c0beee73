package ring3.syslib;

/// Signal numbers (minix: sys/sys/signal.h) and the sets in which they travel.
public final class Signals {
    public static final int SIGHUP = 1;
    public static final int SIGINT = 2;
    public static final int SIGQUIT = 3;
    public static final int SIGILL = 4;
    public static final int SIGTRAP = 5;
    public static final int SIGABRT = 6;
    public static final int SIGEMT = 7;
    public static final int SIGFPE = 8;
    public static final int SIGKILL = 9;
    public static final int SIGBUS = 10;
    public static final int SIGSEGV = 11;
    public static final int SIGSYS = 12;
    public static final int SIGPIPE = 13;
    public static final int SIGALRM = 14;
    public static final int SIGTERM = 15;
    public static final int SIGSTOP = 17;
    public static final int SIGCONT = 19;
    public static final int SIGCHLD = 20;
    public static final int SIGVTALRM = 26;
    public static final int SIGPROF = 27;
    public static final int SIGUSR1 = 30;
    public static final int SIGUSR2 = 31;

    /// The highest number that a process may be sent; sets of signals are 64-bit words.
    public static final int COUNT = 63;

    /// Tells a signal manager, by a notification from SYSTEM, that signals wait for it to fetch.
    public static final int SIGKSIG = 62;

    /// Tells a signal manager that it is itself the one who was signalled.
    public static final int SIGKSIGSM = 61;

    /// Tells a signal manager that a process which it wanted to stop has sent its message.
    public static final int SIGSNDELAY = 60;

    /// Tells vm, by a notification from SYSTEM, that kernel calls wait for memory.
    public static final int SIGKMEM = 58;

    /// Tells a service that something was printed on the kernel's log.
    public static final int SIGKMESS = 59;

    private Signals() {}

    /// The set that holds `signal` alone.
    public static long bit(int signal) {
        return 1L << signal;
    }

    /// The name without its prefix: `SEGV` for 11; the number for one without a name.
    public static String name(int signal) {
        return switch (signal) {
            case SIGHUP -> "HUP";
            case SIGINT -> "INT";
            case SIGQUIT -> "QUIT";
            case SIGILL -> "ILL";
            case SIGTRAP -> "TRAP";
            case SIGABRT -> "ABRT";
            case SIGEMT -> "EMT";
            case SIGFPE -> "FPE";
            case SIGKILL -> "KILL";
            case SIGBUS -> "BUS";
            case SIGSEGV -> "SEGV";
            case SIGSYS -> "SYS";
            case SIGPIPE -> "PIPE";
            case SIGALRM -> "ALRM";
            case SIGTERM -> "TERM";
            case SIGSTOP -> "STOP";
            case SIGCONT -> "CONT";
            case SIGCHLD -> "CHLD";
            case SIGVTALRM -> "VTALRM";
            case SIGPROF -> "PROF";
            case SIGUSR1 -> "USR1";
            case SIGUSR2 -> "USR2";
            default -> Integer.toString(signal);
        };
    }
}

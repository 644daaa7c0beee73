package ring3.syslib;

/// The code of a process that SYS_SIGSEND makes it run.
@FunctionalInterface
public interface SignalHandler {
    /// Handles one signal. At its end it must ask its signal manager for SYS_SIGRETURN.
    ///
    /// @param signal the signal
    /// @param handler the number of the handler that the process had told its signal manager
    /// @param mask the signals that were blocked before
    void handle(int signal, int handler, long mask);
}

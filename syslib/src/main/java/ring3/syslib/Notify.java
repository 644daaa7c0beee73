package ring3.syslib;

/// A notification: one bit of attention. The kernel builds it when it is received, not when it is
/// sent, so however often a process was notified it gets one (minix: kernel/proc.c,
/// BuildNotifyMessage).
///
/// @param timestamp clock ticks since boot
/// @param interrupts the driver's notify ids whose interrupts came, one bit each; only from
///   HARDWARE
/// @param signals the pending signals, one bit each; only from SYSTEM
public record Notify(long timestamp, int interrupts, long signals) implements Message {
    /// The type of every notification; who sent it is told by the source alone.
    public static final int TYPE = 0x1000;

    @Override
    public int type() {
        return TYPE;
    }

    /// Whether `signal` is among the pending ones.
    public boolean hasSignal(int signal) {
        return (signals & Signals.bit(signal)) != 0;
    }
}

package ring3.hardware;

import java.util.function.LongUnaryOperator;

/// The counters of the processor for one process: instructions it may still execute before the
/// timer must be looked at, words of stack that are left, bytes it may still allocate. The text of
/// a program counts itself down, see [Hart]; whoever is behind the meter decides what zero means.
///
/// All three are counted by the machine and not by the host, so that the same program stops at the
/// same instruction on every host.
public final class Meter {
    /// What happens when a counter is used up.
    public interface Supervisor {
        /// The instructions are used up; returns when the process may go on.
        void timer();

        /// The stack is full. Never returns.
        void stackOverflow();

        /// More memory is wanted than there is. Never returns.
        void outOfMemory();
    }

    /// Words of stack that a process has: 1 MiB, as on MINIX.
    public static final int STACK_WORDS = 1 << 18;

    /// Bytes of objects that a process may have unless its executable says otherwise.
    public static final int HEAP_BYTES = 32 << 20;

    private static final int GRANT_MAX = 1 << 30;

    private final Supervisor supervisor;
    private final int heapBytes;
    private int granted;

    /// How many bytes the process keeps, at least up to a limit.
    LongUnaryOperator live = _ -> 0;

    int fuel;
    int stack = STACK_WORDS;
    int heap;

    /// A meter with no instructions left, so that `supervisor` is asked at once.
    ///
    /// @param heapBytes how many bytes of objects the process may keep
    public Meter(Supervisor supervisor, int heapBytes) {
        this.supervisor = supervisor;
        this.heapBytes = heapBytes;
        this.heap = heapBytes;
    }

    /// Instructions executed since the last time somebody asked.
    public int used() {
        int used = granted - fuel;
        granted = fuel;
        return used;
    }

    /// Lets the process execute `instructions` more, at least one, before the timer.
    public void grant(long instructions) {
        fuel = Math.clamp(instructions, 1, GRANT_MAX);
        granted = fuel;
    }

    /// The memory is full, unless something in it is garbage: what the process keeps is counted.
    ///
    /// @param bytes what it wants besides
    void full(int bytes) {
        long kept = live.applyAsLong(heapBytes);
        heap = (int) Math.max(heapBytes - kept - bytes, -1);
        if (heap < 0) {
            heap = heapBytes; // It needs a little to be buried.
            outOfMemory();
        }
    }

    void timer() {
        supervisor.timer();
    }

    void stackOverflow() {
        supervisor.stackOverflow();
    }

    void outOfMemory() {
        supervisor.outOfMemory();
    }
}

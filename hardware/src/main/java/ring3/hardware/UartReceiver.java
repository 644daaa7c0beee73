package ring3.hardware;

import org.jspecify.annotations.Nullable;

/// The receiving half of a 16550: a FIFO, the level at which it calls, and the time-out that
/// fetches the driver for fewer bytes than that.
final class UartReceiver {
    private static final int FIFO_BYTES = 16;
    private static final int TIMEOUT_CHARACTERS = 4;

    private final VirtualClock clock;
    private final Runnable changed;
    private final ByteQueue bytes = new ByteQueue(FIFO_BYTES);
    private boolean fifo;
    private int trigger = 1;
    private boolean overrun;
    private boolean timedOut;
    private @Nullable Timer timeout;

    UartReceiver(VirtualClock clock, Runnable changed) {
        this.clock = clock;
        this.changed = changed;
    }

    /// Takes over the FIFO control register; switching the FIFO on or off empties it.
    void configure(boolean fifo, int trigger, boolean clear) {
        if (clear || fifo != this.fifo) {
            bytes.clear();
            stopTimeout();
        }
        this.fifo = fifo;
        this.trigger = fifo ? trigger : 1;
    }

    boolean canReceive() {
        return bytes.size() < (fifo ? FIFO_BYTES : 1);
    }

    /// A byte has come over the wire. One that finds no room is lost, and the line status says so.
    boolean receive(int value, long characterNanos) {
        boolean fits = canReceive();
        if (fits) {
            bytes.add(value);
            startTimeout(characterNanos);
        } else {
            overrun = true;
        }
        changed.run();
        return fits;
    }

    int read(long characterNanos) {
        int value = bytes.isEmpty() ? 0 : bytes.remove();
        startTimeout(characterNanos);
        return value;
    }

    boolean hasData() {
        return !bytes.isEmpty();
    }

    boolean reachedTrigger() {
        return bytes.size() >= trigger;
    }

    boolean timedOut() {
        return timedOut;
    }

    boolean overrun() {
        return overrun;
    }

    void clearOverrun() {
        overrun = false;
    }

    private void startTimeout(long characterNanos) {
        stopTimeout();
        if (fifo && hasData()) {
            timeout = clock.after(TIMEOUT_CHARACTERS * characterNanos, this::waitedTooLong);
        }
    }

    private void stopTimeout() {
        timedOut = false;
        if (timeout != null) {
            timeout.cancel();
            timeout = null;
        }
    }

    private void waitedTooLong() {
        timedOut = true;
        changed.run();
    }
}

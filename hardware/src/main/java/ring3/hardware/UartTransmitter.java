package ring3.hardware;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The sending half of a 16550: a FIFO and the shift register that puts its bytes on the wire, one
/// character time each.
final class UartTransmitter {
    private static final int FIFO_BYTES = 16;

    private final VirtualClock clock;
    private final IntConsumer sent;
    private final Runnable changed;
    private final ByteQueue bytes = new ByteQueue(FIFO_BYTES);
    private boolean fifo;
    private boolean becameEmpty;
    private @Nullable Timer shifting;

    UartTransmitter(VirtualClock clock, IntConsumer sent, Runnable changed) {
        this.clock = clock;
        this.sent = sent;
        this.changed = changed;
    }

    /// Takes over the FIFO control register; switching the FIFO on or off empties it.
    void configure(boolean fifo, boolean clear) {
        if (clear || fifo != this.fifo) {
            bytes.clear();
        }
        this.fifo = fifo;
    }

    /// Writes the holding register. A byte more than fits is lost, as on the real chip: a driver
    /// that does not look at the line status must be seen to lose characters.
    void write(int value, long characterNanos) {
        becameEmpty = false;
        if (bytes.size() < (fifo ? FIFO_BYTES : 1)) {
            bytes.add(value);
        }
        if (shifting == null) {
            shift(characterNanos);
        }
    }

    private void shift(long characterNanos) {
        int value = bytes.remove();
        becameEmpty = bytes.isEmpty();
        shifting = clock.after(characterNanos, () -> shifted(value, characterNanos));
    }

    private void shifted(int value, long characterNanos) {
        shifting = null;
        if (!bytes.isEmpty()) {
            shift(characterNanos);
        }
        sent.accept(value);
        changed.run();
    }

    /// The holding register, or the FIFO, takes more bytes.
    boolean isEmpty() {
        return bytes.isEmpty();
    }

    /// The last bit has left the chip.
    boolean isIdle() {
        return isEmpty() && shifting == null;
    }

    /// Whether it fell empty and the driver has not been told yet.
    boolean becameEmpty() {
        return becameEmpty;
    }

    void tellEmpty(boolean again) {
        becameEmpty = again && isEmpty();
    }
}

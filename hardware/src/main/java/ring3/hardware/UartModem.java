package ring3.hardware;

/// The modem registers of a 16550. The far end of the cable is always there and ready; in loopback
/// the chip's own outputs appear as its inputs.
final class UartModem {
    private static final int READY_TO_SEND = 0x02;
    private static final int DATA_TERMINAL_READY = 0x01;
    private static final int OUTPUT_1 = 0x04;
    private static final int OUTPUT_2 = 0x08;
    private static final int LOOPBACK = 0x10;
    private static final int CONTROL_BITS = 0x1f;

    private static final int CLEAR_TO_SEND = 0x10;
    private static final int DATA_SET_READY = 0x20;
    private static final int RING = 0x40;
    private static final int CARRIER = 0x80;
    private static final int RING_ENDED = 0x04;

    private int control;
    private int inputs = CLEAR_TO_SEND | DATA_SET_READY | CARRIER;
    private int changes;

    int control() {
        return control;
    }

    void setControl(int value) {
        control = value & CONTROL_BITS;
        int before = inputs;
        inputs = loops() ? looped() : CLEAR_TO_SEND | DATA_SET_READY | CARRIER;
        // For the ring input only the end of a ring counts as a change.
        changes |= (((before ^ inputs) >> 4) & ~RING_ENDED) | ((before & ~inputs & RING) >> 4);
    }

    private int looped() {
        return ((control & READY_TO_SEND) != 0 ? CLEAR_TO_SEND : 0)
                | ((control & DATA_TERMINAL_READY) != 0 ? DATA_SET_READY : 0)
                | ((control & OUTPUT_1) != 0 ? RING : 0)
                | ((control & OUTPUT_2) != 0 ? CARRIER : 0);
    }

    boolean loops() {
        return (control & LOOPBACK) != 0;
    }

    /// In loopback the output pins rest, output 2 among them.
    boolean gatesInterrupts() {
        return (control & OUTPUT_2) != 0 && !loops();
    }

    boolean changed() {
        return changes != 0;
    }

    /// The modem status; reading it forgets the changes.
    int takeStatus() {
        int status = inputs | changes;
        changes = 0;
        return status;
    }
}

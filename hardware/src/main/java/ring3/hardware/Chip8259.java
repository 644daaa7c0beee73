package ring3.hardware;

/// One 8259A interrupt controller: eight inputs, of which 0 has the highest priority. Fully nested,
/// edge-triggered mode; rotation, polling and the special masks are left out, because MINIX uses
/// none. Registers after the 8259A data sheet.
final class Chip8259 {
    private static final int ICW1 = 0x10;
    private static final int ICW1_NEEDS_ICW4 = 0x01;
    private static final int ICW1_SINGLE = 0x02;
    private static final int ICW4_AUTO_EOI = 0x02;
    private static final int OCW3 = 0x08;
    private static final int OCW3_READ = 0x02;
    private static final int OCW3_READ_ISR = 0x01;
    private static final int OCW2_EOI = 0x20;
    private static final int OCW2_SPECIFIC = 0x40;
    private static final int INPUTS = 0x07;

    /// The input that a vanished request is answered with; the driver of a spurious interrupt finds
    /// its bit missing in the in-service register.
    private static final int SPURIOUS = 7;

    /// Which of the initialization words the data port takes next.
    private enum Expects {
        ICW2,
        ICW3,
        ICW4,
        MASK
    }

    private Expects expects = Expects.MASK;
    private int icw1;
    private int vectorBase;
    private boolean autoEoi;
    private boolean readsInService;

    private int levels;
    private int requested;
    private int inService;
    private int masked;

    /// Sets an input of the chip. A rise is remembered as a request until it is acknowledged; a
    /// fall before that takes the request back.
    void set(int input, boolean high) {
        int bit = 1 << input;
        if (high) {
            requested |= bit & ~levels;
            levels |= bit;
        } else {
            requested &= ~bit;
            levels &= ~bit;
        }
    }

    /// Lets an input fall but keeps its request, as [Pic] needs it for the cascade.
    void release(int input) {
        levels &= ~(1 << input);
    }

    /// The INT pin: some request is not masked and has a higher priority than all in service.
    boolean requests() {
        int first = Integer.lowestOneBit(requested & ~masked);
        return first != 0 && (inService == 0 || first < Integer.lowestOneBit(inService));
    }

    /// INTA: puts the most urgent request into service and returns the number of its input.
    int acknowledge() {
        if (!requests()) {
            return SPURIOUS;
        }
        int bit = Integer.lowestOneBit(requested & ~masked);
        requested &= ~bit;
        if (!autoEoi) {
            inService |= bit;
        }
        return Integer.numberOfTrailingZeros(bit);
    }

    int vector(int input) {
        return vectorBase | input;
    }

    int readCommandPort() {
        return readsInService ? inService : requested;
    }

    int readDataPort() {
        return masked;
    }

    void writeCommandPort(int value) {
        if ((value & ICW1) != 0) {
            initialize(value);
        } else if ((value & OCW3) != 0) {
            if ((value & OCW3_READ) != 0) {
                readsInService = (value & OCW3_READ_ISR) != 0;
            }
        } else if ((value & OCW2_EOI) != 0) {
            boolean specific = (value & OCW2_SPECIFIC) != 0;
            inService &= ~(specific ? 1 << (value & INPUTS) : Integer.lowestOneBit(inService));
        }
    }

    private void initialize(int value) {
        icw1 = value;
        requested = 0;
        inService = 0;
        masked = 0;
        autoEoi = false;
        readsInService = false;
        expects = Expects.ICW2;
    }

    void writeDataPort(int value) {
        switch (expects) {
            case ICW2 -> {
                vectorBase = value & ~INPUTS;
                expects = (icw1 & ICW1_SINGLE) == 0 ? Expects.ICW3 : afterIcw3();
            }
            // On a PC the slave sits on input 2 of the master, whatever the word says.
            case ICW3 -> expects = afterIcw3();
            case ICW4 -> {
                autoEoi = (value & ICW4_AUTO_EOI) != 0;
                expects = Expects.MASK;
            }
            case MASK -> masked = value;
        }
    }

    private Expects afterIcw3() {
        return (icw1 & ICW1_NEEDS_ICW4) != 0 ? Expects.ICW4 : Expects.MASK;
    }
}

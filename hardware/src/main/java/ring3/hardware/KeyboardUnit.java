package ring3.hardware;

/// The keyboard itself, at the far end of the wire: sixteen bytes of its own, lamps, and a few
/// commands. After the IBM PC AT technical reference, section 4.
final class KeyboardUnit {
    private static final int KEYS_MAX = 16;

    /// Room for the overrun code and the answers to a command, whatever keys were pressed before.
    private static final int ANSWERS_MAX = 16;

    private static final int SET_LEDS = 0xed;
    private static final int ENABLE_SCANNING = 0xf4;
    private static final int DISABLE_SCANNING = 0xf5;
    private static final int RESET = 0xff;
    private static final int ACKNOWLEDGE = 0xfa;
    private static final int SELF_TEST_PASSED = 0xaa;
    private static final int RESEND = 0xfe;
    private static final int OVERRUN = 0xff;
    private static final int ALL_LEDS = 0x07;

    private final ByteQueue bytes = new ByteQueue(KEYS_MAX + ANSWERS_MAX);
    private boolean scanning = true;
    private boolean expectsLeds;
    private int leds;

    void press(int scancode) {
        if (!scanning || bytes.size() > KEYS_MAX) {
            return;
        }
        bytes.add(bytes.size() == KEYS_MAX ? OVERRUN : scancode & 0xff);
    }

    int room() {
        return Math.max(0, KEYS_MAX - bytes.size());
    }

    int leds() {
        return leds;
    }

    boolean hasByte() {
        return !bytes.isEmpty();
    }

    int takeByte() {
        return bytes.remove();
    }

    void command(int value) {
        if (expectsLeds) {
            expectsLeds = false;
            leds = value & ALL_LEDS;
            answer(ACKNOWLEDGE);
            return;
        }
        switch (value) {
            case SET_LEDS -> expectsLeds = true;
            case ENABLE_SCANNING -> scanning = true;
            case DISABLE_SCANNING -> scanning = false;
            case RESET -> reset();
            default -> {
                answer(RESEND);
                return;
            }
        }
        answer(ACKNOWLEDGE);
        if (value == RESET) {
            answer(SELF_TEST_PASSED);
        }
    }

    private void reset() {
        bytes.clear();
        scanning = true;
        leds = 0;
    }

    private void answer(int value) {
        if (bytes.size() < KEYS_MAX + ANSWERS_MAX) {
            bytes.add(value);
        }
    }
}

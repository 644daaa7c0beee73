package ring3.hardware;

/// The i8042 keyboard controller at ports 60 and 64, interrupt line 1, with a keyboard on it that
/// speaks scan code set 1. Registers after the 8042 data sheet and the IBM PC AT manual.
///
/// The controller holds one byte at a time. The next comes over the keyboard's serial wire when the
/// last has been read, about a millisecond later.
public final class Keyboard implements ByteDevice {
    private static final int DATA = 0x60;
    private static final int STATUS = 0x64;
    private static final int STATUS_OUTPUT_FULL = 0x01;
    private static final int STATUS_LAST_WAS_COMMAND = 0x08;
    private static final int STATUS_NOT_LOCKED = 0x10;

    private static final int READ_COMMAND_BYTE = 0x20;
    private static final int WRITE_COMMAND_BYTE = 0x60;
    private static final int DISABLE_AUX = 0xa7;
    private static final int ENABLE_AUX = 0xa8;
    private static final int SELF_TEST = 0xaa;
    private static final int SELF_TEST_PASSED = 0x55;
    private static final int DISABLE_KEYBOARD = 0xad;
    private static final int ENABLE_KEYBOARD = 0xae;
    private static final int WRITE_TO_AUX = 0xd4;
    private static final int PULSE_RESET = 0xfe;

    private static final int INTERRUPTS = 0x01;
    private static final int SYSTEM_FLAG = 0x04;
    private static final int KEYBOARD_OFF = 0x10;
    private static final int AUX_OFF = 0x20;
    private static final int TRANSLATE = 0x40;

    private static final int NONE = -1;
    private static final long SERIAL_NANOS = 1_000_000;

    private final VirtualClock clock;
    private final InterruptLine line;
    private final KeyboardUnit unit = new KeyboardUnit();
    private int commandByte = TRANSLATE | SYSTEM_FLAG | INTERRUPTS;
    private int output = NONE;
    private int reply = NONE;
    private int pendingCommand = NONE;
    private boolean lastWasCommand;
    private boolean onTheWire;
    private boolean resetRequested;

    /// A controller on its ports, as the BIOS leaves it: keyboard and interrupts on.
    public Keyboard(PortBus bus, VirtualClock clock, InterruptLine irq1) {
        this.clock = clock;
        this.line = irq1;
        bus.claim(DATA, DATA, this);
        bus.claim(STATUS, STATUS, this);
    }

    /// A finger moves a key: one byte of scan code set 1. When the keyboard's sixteen bytes are
    /// taken, it notes that once with the overrun code FF, and keys are lost.
    public void press(int scancode) {
        unit.press(scancode);
        awaitByte();
    }

    /// How many bytes the keyboard still has room for. Whoever types faster than a hand asks first.
    public int room() {
        return unit.room();
    }

    /// The lamps: 1 scroll lock, 2 num lock, 4 caps lock.
    public int leds() {
        return unit.leds();
    }

    /// Whether command FE has pulsed the CPU's reset line. The line leads nowhere here: whoever
    /// owns the computer looks and decides.
    public boolean resetRequested() {
        return resetRequested;
    }

    @Override
    public int read(int port) {
        return switch (port) {
            case DATA -> takeOutput();
            case STATUS -> status();
            default -> FLOATING;
        };
    }

    /// Input full is never set: the controller takes a byte as soon as it is written.
    private int status() {
        return STATUS_NOT_LOCKED
                | (commandByte & SYSTEM_FLAG)
                | (output != NONE ? STATUS_OUTPUT_FULL : 0)
                | (lastWasCommand ? STATUS_LAST_WAS_COMMAND : 0);
    }

    private int takeOutput() {
        int value = output == NONE ? 0 : output;
        // The line falls even where a reply waits, so that the reply makes an edge of its own.
        offer(NONE);
        if (reply != NONE) {
            offer(reply);
            reply = NONE;
        }
        awaitByte();
        return value;
    }

    @Override
    public void write(int port, int value) {
        if (port == STATUS) {
            lastWasCommand = true;
            command(value);
        } else if (port == DATA) {
            lastWasCommand = false;
            data(value);
        }
    }

    private void command(int value) {
        pendingCommand = NONE;
        switch (value) {
            case READ_COMMAND_BYTE -> reply(commandByte);
            case WRITE_COMMAND_BYTE, WRITE_TO_AUX -> pendingCommand = value;
            case DISABLE_AUX -> setCommandByte(commandByte | AUX_OFF);
            case ENABLE_AUX -> setCommandByte(commandByte & ~AUX_OFF);
            case SELF_TEST -> reply(SELF_TEST_PASSED);
            case DISABLE_KEYBOARD -> setCommandByte(commandByte | KEYBOARD_OFF);
            case ENABLE_KEYBOARD -> setCommandByte(commandByte & ~KEYBOARD_OFF);
            case PULSE_RESET -> resetRequested = true;
            default -> {} // The controller ignores commands it does not know.
        }
    }

    private void data(int value) {
        switch (pendingCommand) {
            case WRITE_COMMAND_BYTE -> setCommandByte(value);
            case WRITE_TO_AUX -> {} // No mouse is there to hear it.
            default -> {
                unit.command(value);
                awaitByte();
            }
        }
        pendingCommand = NONE;
    }

    private void setCommandByte(int value) {
        commandByte = value;
        driveLine();
        awaitByte();
    }

    /// The controller's own answer goes before what the keyboard has to say.
    private void reply(int value) {
        if (output == NONE) {
            offer(value);
        } else {
            reply = value;
        }
    }

    private void offer(int value) {
        output = value;
        driveLine();
    }

    private void driveLine() {
        if (output != NONE && (commandByte & INTERRUPTS) != 0) {
            line.raise();
        } else {
            line.lower();
        }
    }

    private boolean canReceive() {
        return output == NONE && (commandByte & KEYBOARD_OFF) == 0 && unit.hasByte();
    }

    private void awaitByte() {
        if (canReceive() && !onTheWire) {
            onTheWire = true;
            clock.after(SERIAL_NANOS, this::arrived);
        }
    }

    private void arrived() {
        onTheWire = false;
        if (canReceive()) {
            offer(unit.takeByte());
        }
    }
}

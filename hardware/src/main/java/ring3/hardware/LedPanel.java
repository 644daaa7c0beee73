package ring3.hardware;

/// The LED panel: 32 columns of 8 lights at ports 300-303. It has no driver in the system, since it
/// is there to have one written for it. Registers and timing after its data sheet,
/// `docs/led-panel.md`.
///
/// A driver draws into the back buffer, column by column, and a latch shows all of it at the next
/// refresh, so that nobody ever sees half a picture.
public final class LedPanel implements ByteDevice {
    private static final int COLUMN = 0x300;
    private static final int DATA = 0x301;
    private static final int CONTROL = 0x302;
    private static final int STATUS = 0x303;

    private static final int CONTROL_ON = 0x01;
    private static final int CONTROL_INTERRUPT = 0x02;
    private static final int CONTROL_STORED = CONTROL_ON | CONTROL_INTERRUPT;
    private static final int CONTROL_LATCH = 0x80;

    private static final int STATUS_BUSY = 0x01;
    private static final int STATUS_SHOWN = 0x02;

    /// Data sheet, Timing: refreshes lie at the multiples of this, counted from power-on.
    private static final long REFRESH_NANOS = 20_000_000;

    private final VirtualClock clock;
    private final InterruptLine line;
    private final byte[] back = new byte[LedPicture.COLUMNS];
    private byte[] front = new byte[LedPicture.COLUMNS];
    private LedPicture picture = LedPicture.OFF;
    private int column;
    private int control;
    private boolean busy;
    private boolean shown;

    /// A panel that is off and dark.
    public LedPanel(PortBus bus, VirtualClock clock, InterruptLine line) {
        this.clock = clock;
        this.line = line;
        bus.claim(COLUMN, STATUS, this);
    }

    /// What there is to see of the panel now: the same object for as long as nothing changes.
    public LedPicture picture() {
        return picture;
    }

    @Override
    public int read(int port) {
        return switch (port) {
            case COLUMN -> column;
            case DATA -> back[column] & 0xff;
            case CONTROL -> control;
            case STATUS -> takeStatus();
            default -> FLOATING;
        };
    }

    @Override
    public void write(int port, int value) {
        switch (port) {
            case COLUMN -> column = value % LedPicture.COLUMNS;
            case DATA -> draw(value);
            case CONTROL -> setControl(value);
            default -> {} // The status register is read-only.
        }
    }

    /// A column that comes while a latch waits is lost: a driver that does not wait must be seen to
    /// lose columns.
    private void draw(int pixels) {
        if (!busy) {
            back[column] = (byte) pixels;
            column = (column + 1) % LedPicture.COLUMNS;
        }
    }

    private void setControl(int value) {
        control = value & CONTROL_STORED;
        if ((value & CONTROL_LATCH) != 0 && !busy) {
            busy = true;
            clock.after(REFRESH_NANOS - clock.nanos() % REFRESH_NANOS, this::refresh);
        }
        expose();
        driveLine();
    }

    private void refresh() {
        front = back.clone();
        busy = false;
        shown = true;
        expose();
        driveLine();
    }

    private void expose() {
        LedPicture next = isSet(CONTROL_ON) ? LedPicture.on(front) : LedPicture.OFF;
        if (!next.equals(picture)) {
            picture = next;
        }
    }

    /// Reading the status is how a driver says that it knows.
    private int takeStatus() {
        int status = (busy ? STATUS_BUSY : 0) | (shown ? STATUS_SHOWN : 0);
        shown = false;
        driveLine();
        return status;
    }

    private void driveLine() {
        if (shown && isSet(CONTROL_INTERRUPT)) {
            line.raise();
        } else {
            line.lower();
        }
    }

    private boolean isSet(int bit) {
        return (control & bit) != 0;
    }
}

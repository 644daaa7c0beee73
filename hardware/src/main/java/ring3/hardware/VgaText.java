package ring3.hardware;

/// A VGA in colour text mode, 80 by 25: the CRT controller's index and data registers at ports
/// 3D4-3D5 and the text memory at B8000. Registers after the 6845 data sheet and the VGA's.
///
/// The text memory is 16,384 words, and the picture wraps round its end: a driver scrolls by moving
/// the origin and copies nothing.
public final class VgaText implements ByteDevice {
    /// Where the text memory begins in physical memory.
    public static final int MEMORY_ADDRESS = 0xb8000;

    /// How much text memory there is.
    public static final int MEMORY_BYTES = 0x8000;

    private static final int INDEX = 0x3d4;
    private static final int DATA = 0x3d5;
    private static final int CURSOR_START = 0x0a;
    private static final int CURSOR_END = 0x0b;
    private static final int ORIGIN_HIGH = 0x0c;
    private static final int CURSOR_HIGH = 0x0e;
    private static final int REGISTERS = 0x19;
    private static final int INDEX_MASK = 0x1f;
    private static final int CURSOR_OFF = 0x20;
    private static final int SCAN_LINE = 0x1f;
    private static final int WORDS = MEMORY_BYTES / 2;

    private final PhysicalMemory memory;
    private final int[] registers = new int[REGISTERS];
    private int index;

    /// A screen over the memory of a computer, with the underline cursor that the BIOS sets.
    public VgaText(PortBus bus, PhysicalMemory memory) {
        this.memory = memory;
        registers[CURSOR_START] = 0x0d;
        registers[CURSOR_END] = 0x0e;
        bus.claim(INDEX, DATA, this);
    }

    @Override
    public int read(int port) {
        return switch (port) {
            case INDEX -> index;
            case DATA -> index < REGISTERS ? registers[index] : FLOATING;
            default -> FLOATING;
        };
    }

    @Override
    public void write(int port, int value) {
        if (port == INDEX) {
            index = value & INDEX_MASK;
        } else if (port == DATA && index < REGISTERS) {
            registers[index] = value;
        }
    }

    /// What the screen shows now.
    public TextScreen screen() {
        int cells = TextScreen.COLUMNS * TextScreen.ROWS;
        int origin = pair(ORIGIN_HIGH);
        var characters = new char[cells];
        var attributes = new byte[cells];
        for (int i = 0; i < cells; i++) {
            int word = memory.read(MEMORY_ADDRESS + (origin + i) % WORDS * 2, 2);
            characters[i] = CodePage437.toUnicode(word & 0xff);
            attributes[i] = (byte) (word >> 8);
        }
        int cursor = Math.floorMod(pair(CURSOR_HIGH) - origin, WORDS);
        return new TextScreen(characters, attributes, cursorIsOn() ? cursor : cells);
    }

    private int pair(int high) {
        return (registers[high] << 8 | registers[high + 1]) % WORDS;
    }

    private boolean cursorIsOn() {
        int start = registers[CURSOR_START];
        return (start & CURSOR_OFF) == 0
                && (start & SCAN_LINE) <= (registers[CURSOR_END] & SCAN_LINE);
    }
}

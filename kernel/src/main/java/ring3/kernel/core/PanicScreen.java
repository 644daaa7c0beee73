package ring3.kernel.core;

import module ring3.events;

import java.nio.charset.StandardCharsets;

/// The last words of the kernel, written straight into the memory of the screen: no driver is left
/// to do it.
final class PanicScreen {
    private static final int WHITE_ON_RED = 0x4f;
    private static final int FIRST_ROW = 8;
    private static final int[] CRTC_ORIGIN = {0x3d4, 0x0c, 0x3d5, 0, 0x3d4, 0x0d, 0x3d5, 0};

    private PanicScreen() {}

    static void show(Computer computer, String reason) {
        for (int i = 0; i < CRTC_ORIGIN.length; i += 2) {
            computer.bus().out(CRTC_ORIGIN[i], CRTC_ORIGIN[i + 1], 1);
        }
        PhysicalMemory memory = computer.memory();
        for (int cell = 0; cell < TextScreen.COLUMNS * TextScreen.ROWS; cell++) {
            memory.write(VgaText.MEMORY_ADDRESS + 2 * cell, WHITE_ON_RED << 8 | ' ', 2);
        }
        String[] lines = {"KERNEL PANIC", "", reason, "", "Only the reset button helps now."};
        for (int row = 0; row < lines.length; row++) {
            put(memory, FIRST_ROW + row, lines[row]);
        }
    }

    private static void put(PhysicalMemory memory, int row, String text) {
        byte[] line = text.getBytes(StandardCharsets.ISO_8859_1);
        int length = Math.min(line.length, TextScreen.COLUMNS);
        int cell = row * TextScreen.COLUMNS + (TextScreen.COLUMNS - length) / 2;
        for (int i = 0; i < length; i++) {
            memory.write(VgaText.MEMORY_ADDRESS + 2 * (cell + i), line[i] & 0xff, 1);
        }
    }
}

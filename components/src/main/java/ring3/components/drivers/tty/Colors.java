package ring3.components.drivers.tty;

import java.util.List;

/// The colours that characters are put in, set by the sequence `ESC [ ... m` (ECMA-48, SGR) and
/// encoded as the VGA wants them: foreground in bits 0 to 2, intensity 3, background 4 to 6.
final class Colors {
    /// Light grey on black.
    static final byte PLAIN = 0x07;

    private static final int INTENSE = 0x08;
    private static final int FOREGROUND = 0x07;
    private static final int BACKGROUND_SHIFT = 4;

    /// ECMA-48 counts red, green, blue from the lowest bit, the VGA from the highest.
    private static final List<Integer> VGA = List.of(0, 4, 2, 6, 1, 5, 3, 7);

    private int foreground = FOREGROUND;
    private int background;
    private boolean bold;
    private boolean reverse;

    /// Obeys one parameter of the sequence; those that are unknown change nothing.
    void select(int parameter) {
        switch (parameter) {
            case 0 -> reset();
            case 1 -> bold = true;
            case 7 -> reverse = true;
            case 22 -> bold = false;
            case 27 -> reverse = false;
            case 39 -> foreground = FOREGROUND;
            case 49 -> background = 0;
            default -> selectColor(parameter / 10, parameter % 10);
        }
    }

    private void selectColor(int kind, int color) {
        if (color < VGA.size()) {
            switch (kind) {
                case 3 -> foreground = VGA.get(color);
                case 4 -> background = VGA.get(color);
                case 9 -> foreground = VGA.get(color) | INTENSE;
                default -> {} // Blinking, underlining and their kind.
            }
        }
    }

    private void reset() {
        foreground = FOREGROUND;
        background = 0;
        bold = false;
        reverse = false;
    }

    /// The attribute byte.
    int attribute() {
        int intensity = bold ? foreground | INTENSE : foreground;
        return reverse
                ? (foreground & FOREGROUND) << BACKGROUND_SHIFT | background
                : background << BACKGROUND_SHIFT | intensity;
    }
}

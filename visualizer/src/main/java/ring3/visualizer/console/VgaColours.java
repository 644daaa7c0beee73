package ring3.visualizer.console;

import javafx.scene.paint.Color;

/// The sixteen colours of the VGA in text mode. They belong to the emulated hardware: no theme of
/// the lab changes them.
final class VgaColours {
    private static final Color[] COLOURS = {
        Color.web("#000000"),
        Color.web("#0000aa"),
        Color.web("#00aa00"),
        Color.web("#00aaaa"),
        Color.web("#aa0000"),
        Color.web("#aa00aa"),
        Color.web("#aa5500"),
        Color.web("#aaaaaa"),
        Color.web("#555555"),
        Color.web("#5555ff"),
        Color.web("#55ff55"),
        Color.web("#55ffff"),
        Color.web("#ff5555"),
        Color.web("#ff55ff"),
        Color.web("#ffff55"),
        Color.web("#ffffff"),
    };

    private VgaColours() {}

    static Color foreground(int attribute) {
        return COLOURS[attribute & 0xf];
    }

    /// Bit 7 blinks on the real screen; here it is left out, as blinking text is hard to read.
    static Color background(int attribute) {
        return COLOURS[attribute >> 4 & 0x7];
    }
}

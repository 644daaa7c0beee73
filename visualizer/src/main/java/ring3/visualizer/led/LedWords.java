package ring3.visualizer.led;

import static ring3.visualizer.Texts.text;

import ring3.hardware.LedPicture;

/// The LED panel in words, for those who read it or hear it.
public final class LedWords {
    private static final int LIGHTS = LedPicture.COLUMNS * LedPicture.ROWS;

    private LedWords() {}

    /// Whether it is on, and how much of it shines.
    public static String of(LedPicture picture) {
        return picture.isOn() ? text("led.on", picture.litCount(), LIGHTS) : text("led.off");
    }
}

package ring3.visualizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Measures the colours as the Web Content Accessibility Guidelines 2.2 do (1.4.3 and 1.4.11).
class PaletteTest {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    private static final List<String> GROUNDS = List.of("ground", "panel", "raised");

    @ParameterizedTest
    @EnumSource
    void everyTextCanBeReadOnEveryGround(Theme theme) {
        Palette palette = Palette.of(theme);
        for (Map.Entry<String, Color> token : palette.all().entrySet()) {
            if (token.getKey().endsWith("text")) {
                GROUNDS.forEach(g -> assertContrast(TEXT, token, g, palette.get(g)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLineCanBeSeenOnEveryGround(Theme theme) {
        Palette palette = Palette.of(theme);
        for (Map.Entry<String, Color> token : palette.all().entrySet()) {
            if (token.getKey().endsWith("-line")) {
                GROUNDS.forEach(g -> assertContrast(SHAPE, token, g, palette.get(g)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordsInABoxCanBeReadOnItsFill(Theme theme) {
        Palette palette = Palette.of(theme);
        for (Map.Entry<String, Color> fill : palette.all().entrySet()) {
            if (fill.getKey().endsWith("-fill")) {
                for (String text : List.of("text", "dim-text", "wait-text", "ok-text")) {
                    assertContrast(TEXT, fill, text, palette.get(text));
                }
            }
        }
        assertContrast(
                TEXT,
                Map.entry("fault-fill", palette.get("fault-fill")),
                "fault-text",
                palette.get("fault-text"));
        assertContrast(
                TEXT,
                Map.entry("accent-line", palette.get("accent-line")),
                "on-accent",
                palette.get("on-accent"));
    }

    @ParameterizedTest
    @EnumSource
    void aLightThatShinesIsToldFromADarkOneAndBothFromTheirGround(Theme theme) {
        Palette palette = Palette.of(theme);
        var lit = Map.entry("led-lit", palette.get("led-lit"));
        var all = Map.entry("led-all", palette.get("led-all"));
        assertContrast(SHAPE, lit, "led-all", palette.get("led-all"));
        assertContrast(SHAPE, all, "led-ground", palette.get("led-ground"));
    }

    @ParameterizedTest
    @EnumSource
    void theThemesHaveTheSameTokens(Theme theme) {
        assertEquals(Palette.of(Theme.DARK).all().keySet(), Palette.of(theme).all().keySet());
    }

    private static void assertContrast(
            double least, Map.Entry<String, Color> token, String otherName, Color other) {
        double contrast = contrast(token.getValue(), other);
        assertTrue(
                contrast >= least,
                () -> "%s on %s: %.2f".formatted(token.getKey(), otherName, contrast));
    }

    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}

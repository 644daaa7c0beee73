package ring3.visualizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import ring3.hardware.Key;

class TextsTest {
    @Test
    void numbersAreGroupedByThinGaps() {
        assertEquals("48\u2009213", Texts.grouped(48_213));
    }

    @Test
    void virtualTimeIsShownToTheMicrosecond() {
        assertEquals("12.345\u2009678 s", Texts.seconds(12_345_678_999L));
    }

    @Test
    void everyKeyOfTheConsoleIsOnTheEmulatedKeyboard() {
        for (ConsoleKey key : ConsoleKey.values()) {
            assertEquals(key.name(), Key.valueOf(key.name()).name());
        }
    }
}

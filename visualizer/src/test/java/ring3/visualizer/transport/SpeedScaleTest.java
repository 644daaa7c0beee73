package ring3.visualizer.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import ring3.visualizer.Speed;

class SpeedScaleTest {
    @Test
    void theScaleGoesFromOneMessageASecondToNoLimit() {
        assertEquals(Speed.messages(1), SpeedScale.speed(0));
        assertEquals(Speed.MAX, SpeedScale.speed(SpeedScale.last()));
        assertEquals(Speed.NORMAL, SpeedScale.speed(SpeedScale.normal()));
    }

    @Test
    void aNotchBeyondTheScaleCountsAsItsEnd() {
        assertEquals(SpeedScale.speed(0), SpeedScale.speed(-3));
        assertEquals(Speed.MAX, SpeedScale.speed(1000));
    }

    @Test
    void everySpeedOfTheScaleIsFoundAgain() {
        for (int notch = 0; notch <= SpeedScale.last(); notch++) {
            assertEquals(notch, SpeedScale.notch(SpeedScale.speed(notch)));
        }
    }

    @Test
    void aSpeedBetweenTwoNotchesIsShownByTheNearest() {
        assertEquals(SpeedScale.notch(Speed.messages(5)), SpeedScale.notch(Speed.messages(4.5)));
    }

    @Test
    void aSpeedIsPutIntoWords() {
        assertEquals("5 msg/s", SpeedScale.words(Speed.messages(5)));
        assertEquals("0.002 \u00d7 real time", SpeedScale.words(Speed.realTime(0.002)));
        assertEquals("no limit", SpeedScale.words(Speed.MAX));
    }
}

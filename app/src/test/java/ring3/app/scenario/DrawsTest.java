package ring3.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The random numbers of a run.
class DrawsTest {
    @Test
    void aSeedMeansTheSameForEver() {
        // The first two outputs of SplitMix64 for seed 1234567, as published with its source.
        var draws = new Draws(1234567);

        assertEquals(6457827717110365317L, draws.between(0, Long.MAX_VALUE - 1));
        assertEquals(3203168211198807973L, draws.between(0, Long.MAX_VALUE - 1));
    }

    @Test
    void everyNumberOfARangeIsDrawnAndNoOther() {
        var draws = new Draws(1);
        int[] counts = new int[4];
        for (int i = 0; i < 400; i++) {
            counts[(int) draws.between(5, 8) - 5]++;
        }
        for (int count : counts) {
            assertTrue(count > 50, "each of four numbers has its share");
        }
    }

    @Test
    void aRangeOfOneNumberHasNoChoice() {
        assertEquals(9, new Draws(3).between(9, 9));
    }
}

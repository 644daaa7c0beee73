package ring3.components.servers.vm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FramesTest {
    private final Frames frames = new Frames(10, 2);

    @Test
    void theFirstPieceThatIsBigEnoughIsTaken() {
        frames.take(8);
        for (int frame : new int[] {3, 5, 6, 8, 9}) {
            frames.release(frame);
        }

        assertArrayEquals(new int[] {5, 6}, frames.take(2));
        assertArrayEquals(new int[] {3}, frames.take(1));
        assertArrayEquals(new int[] {8, 9}, frames.take(2));
    }

    @Test
    void withoutSuchAPieceTheLowestFramesAreTaken() {
        frames.take(8);
        frames.release(3);
        frames.release(7);
        frames.release(5);

        assertArrayEquals(new int[] {3, 5}, frames.take(2));
        assertEquals(1, frames.free());
    }

    @Test
    void moreThanThereAreIsRefusedAndNoneIsTaken() {
        assertEquals(0, frames.take(9).length);
        assertEquals(8, frames.free());
        assertArrayEquals(new int[] {2, 3, 4, 5, 6, 7, 8, 9}, frames.take(8));
        assertEquals(0, frames.take(1).length);
    }

    @Test
    void aSharedFrameIsFreeOnlyWhenItsLastUserIsGone() {
        int frame = frames.take(1)[0];
        frames.share(frame);
        assertTrue(frames.isShared(frame));

        frames.release(frame);
        assertFalse(frames.isShared(frame));
        assertEquals(7, frames.free());

        frames.release(frame);
        assertEquals(8, frames.free());
    }
}

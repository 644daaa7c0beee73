package ring3.kernel.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Goal: whatever a process without power asks of the kernel, and whatever it sends, hurts nobody.
/// Method: a service, a driver and a user process make millions of random, half valid calls. Behind
/// each batch nobody has another right, the others are alive and find their memory as it was but
/// for what they granted, no call has raised an exception, and nobody has touched a foreign port.
/// `-Dring3.fuzz.calls` sets how many calls are made, `-Dring3.seed` which.
class KernelCallFuzzTest {
    private static final long CALLS = Long.getLong("ring3.fuzz.calls", 10_000_000);
    private static final long SEED = Long.getLong("ring3.seed", 1);

    @Test
    void nonsenseFromProcessesWithoutPowerHurtsNobody() {
        Scene scene = new Scene(new Random(SEED));
        List<Scene.Right> before = scene.rights();
        for (long done = 0; done < CALLS; done += Scene.BATCH) {
            scene.nextBatch();

            assertEquals(List.of(), scene.crimes(), scene::toString);
            assertFalse(scene.isStopped(), scene::toString);
            assertEquals(before, scene.rights(), scene::toString);
            assertEquals(List.of(0, 0), scene.howAreTheVictims(), scene::toString);
        }
        assertTrue(scene.carriedOut() > CALLS / 50, () -> "half valid? " + scene.carriedOut());
    }
}

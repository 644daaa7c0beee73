package ring3.components.servers.rs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void theFirstRestartIsImmediateAndThenThePausesDouble() {
        List<Integer> seconds =
                IntStream.range(0, 8).map(n -> Backoff.seconds(n, false)).boxed().toList();

        assertEquals(List.of(0, 2, 4, 8, 16, 30, 30, 30), seconds);
        assertEquals(30, Backoff.seconds(1000, false));
    }

    @Test
    void withACopyInMemoryThePauseIsNeverLongerThanASecond() {
        List<Integer> seconds =
                IntStream.range(0, 5).map(n -> Backoff.seconds(n, true)).boxed().toList();

        assertEquals(List.of(0, 1, 1, 1, 1), seconds);
    }
}

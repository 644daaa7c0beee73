package ring3.components.servers.sched;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MinixPolicyTest {
    private final Players players = new Players(new MinixPolicy());

    @Test
    void whoComputesSinksBelowWhoWaits() {
        players.add(20, 7);
        players.add(21, 7);

        players.useUpQuantum(20);

        assertEquals(8, players.queueOf(20));
        assertEquals(7, players.queueOf(21));
    }

    @Test
    void servicesSinkAndRiseLikeOthers() {
        players.addService(9, 3);

        players.useUpQuantum(9);
        players.useUpQuantum(9);
        players.balance();

        assertEquals(4, players.queueOf(9));
    }

    @Test
    void aNicerProcessGetsLessButSomething() {
        players.add(20, 7);
        players.add(21, 14);

        int[] used = players.compute(100);

        assertTrue(used[20] > used[21] && used[21] > 0, used[20] + " and " + used[21]);
    }
}

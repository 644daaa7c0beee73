package ring3.components.servers.sched;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RoundRobinTest {
    private final Players players = new Players(new RoundRobin());

    @Test
    void allUserProcessesGetTheSameHoweverNiceTheyAre() {
        players.add(20, 0);
        players.add(21, 7);
        players.add(22, 15);

        int[] used = players.compute(999);

        assertEquals(333, used[20]);
        assertEquals(333, used[21]);
        assertEquals(333, used[22]);
    }

    @Test
    void nobodySinksOrRises() {
        players.add(20, 3);

        players.useUpQuantum(20);
        players.balance();

        assertEquals(7, players.queueOf(20));
    }

    @Test
    void aServiceKeepsTheQueueThatItWasGiven() {
        players.addService(9, 3);

        players.useUpQuantum(9);

        assertEquals(3, players.queueOf(9));
    }

    @Test
    void aChildStandsWhereAllStand() {
        players.add(20, 12);

        assertEquals(7, players.inherit(21, 20));
    }
}

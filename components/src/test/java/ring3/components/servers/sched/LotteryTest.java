package ring3.components.servers.sched;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LotteryTest {
    private static final int USER_QUEUE = 7;
    private static final int LOWEST_QUEUE = 15;

    private final Players players = new Players(new Lottery(new Chance(1)));

    private static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @Test
    void whoHasNeverUsedUpAQuantumStandsAboveAllWhoCompute() {
        players.add(20, 7);
        players.add(21, 7);

        players.useUpQuantum(20);
        players.useUpQuantum(21);

        players.add(22, 15);
        assertEquals(USER_QUEUE, players.queueOf(22));
        assertEquals(1, List.of(20, 21).stream().filter(this::isAbove).count());
    }

    private boolean isAbove(int slot) {
        return players.queueOf(slot) == USER_QUEUE;
    }

    @Test
    void aloneEverybodyWins() {
        players.add(20, 15);

        players.useUpQuantum(20);

        assertEquals(USER_QUEUE, players.queueOf(20));
    }

    @Test
    void aNewPlayerDoesNotTakeThePrizeFromWhoHasWonIt() {
        players.add(20, 15);
        players.add(21, 0);
        players.useUpQuantum(20);

        players.useUpQuantum(21);

        assertEquals(USER_QUEUE, players.queueOf(20));
        assertEquals(LOWEST_QUEUE, players.queueOf(21));
    }

    @Test
    void aWinnerThatWaitsWhileALoserComputesIsNoPlayerAnyMore() {
        players.add(20, 0);
        players.add(21, 15);
        players.useUpQuantum(20);
        players.useUpQuantum(21);
        assertEquals(USER_QUEUE, players.queueOf(20));

        for (int i = 0; i < 100; i++) {
            players.useUpQuantum(21);

            assertEquals(USER_QUEUE, players.queueOf(20));
            assertEquals(USER_QUEUE, players.queueOf(21));
        }
    }

    @Test
    void aChildOfAPlayerIsAPlayerAndOneOfAnotherIsNot() {
        players.add(20, 7);
        players.add(21, 7);
        players.useUpQuantum(20);

        assertEquals(LOWEST_QUEUE, players.inherit(22, 20));
        assertEquals(USER_QUEUE, players.inherit(23, 21));
    }

    @Test
    void aServiceKeepsItsQueueWhateverItUses() {
        players.addService(9, 3);
        players.add(20, 7);
        players.useUpQuantum(20);

        players.useUpQuantum(9);

        assertEquals(3, players.queueOf(9));
        assertEquals(USER_QUEUE, players.queueOf(20));
    }

    @Test
    void aWinnerThatEndsLeavesThePrizeToTheNextDraw() {
        players.add(20, 0);
        players.useUpQuantum(20);
        players.remove(20);
        players.add(21, 7);

        players.useUpQuantum(21);

        assertEquals(USER_QUEUE, players.queueOf(21));
    }

    @Test
    void aNiceValueChangesTheTicketsAndNotThePlace() {
        Task task = players.add(20, 7);
        Lottery lottery = new Lottery(new Chance(1));

        assertEquals(9, Lottery.tickets(task));
        assertEquals(1, Lottery.tickets(task.withHighest(15)));
        assertEquals(LOWEST_QUEUE, lottery.reniced(task.withHighest(12).in(LOWEST_QUEUE)));
    }

    @Test
    void afterAThousandQuantaTheSharesAreThoseOfTheTickets() {
        sharesFollowTickets(players, 1000);
    }

    /// Goal: shares follow tickets whatever the seed. Method: ten times as many quanta, since with
    /// some of the seeds a thousand are too few for a tenth.
    @ParameterizedTest(name = "-Dring3.seed={0}")
    @MethodSource("seeds")
    void theSharesFollowTheTicketsForEverySeed(long seed) {
        sharesFollowTickets(new Players(new Lottery(new Chance(seed))), 10_000);
    }

    private static void sharesFollowTickets(Players players, int quanta) {
        int[] highest = {7, 9, 12};
        int tickets = 9 + 7 + 4;
        for (int i = 0; i < highest.length; i++) {
            players.add(20 + i, highest[i]);
        }

        int[] used = players.compute(quanta);

        for (int i = 0; i < highest.length; i++) {
            double due = (double) quanta * (16 - highest[i]) / tickets;
            assertEquals(due, used[20 + i], due / 10, "process " + i);
        }
    }

    @ParameterizedTest(name = "-Dring3.seed={0}")
    @MethodSource("seeds")
    void nobodyStarves(long seed) {
        Players crowd = new Players(new Lottery(new Chance(seed)));
        for (int i = 0; i < 10; i++) {
            crowd.add(20 + i, 0);
        }
        crowd.add(40, 15);

        int[] used = crowd.compute(5000);

        assertTrue(used[40] > 0, "one ticket of 161 wins now and then");
    }
}

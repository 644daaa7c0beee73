package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class VirtualClockTest {
    private final VirtualClock clock = new VirtualClock();
    private final List<String> ran = new ArrayList<>();

    private Timer order(long delayNanos, String name) {
        return clock.after(delayNanos, () -> ran.add(name));
    }

    @Test
    void chargingPassesTimeButRunsNothing() {
        order(10, "a");

        clock.charge(25);

        assertEquals(25, clock.nanos());
        assertEquals(List.of(), ran);
    }

    @Test
    void dueCallsRunInTheOrderOfTheirDeadlinesAndTiesInThatOfCreation() {
        order(20, "late");
        order(10, "first of two");
        order(10, "second of two");
        order(30, "not yet");

        clock.advanceTo(20);
        clock.runDue();

        assertEquals(List.of("first of two", "second of two", "late"), ran);
        assertEquals(30, clock.nextDeadline());
    }

    @Test
    void callsSeeTheTimeUnchangedAndMayOrderMore() {
        clock.after(
                10,
                () -> {
                    order(0, "at once at " + clock.nanos());
                    order(1, "later");
                });

        clock.charge(50);
        clock.runDue();

        assertEquals(List.of("at once at 50"), ran);
        assertEquals(51, clock.nextDeadline());
    }

    @Test
    void aCancelledCallDoesNotRunAndIsNoDeadline() {
        Timer cancelled = order(10, "cancelled");
        order(20, "kept");

        cancelled.cancel();

        assertEquals(20, clock.nextDeadline());
        clock.advanceTo(100);
        clock.runDue();
        assertEquals(List.of("kept"), ran);
    }

    @Test
    void cancellingTwiceOrAfterTheCallChangesNothing() {
        Timer done = order(10, "done");
        order(20, "kept");
        clock.advanceTo(10);
        clock.runDue();

        done.cancel();
        done.cancel();

        assertEquals(20, clock.nextDeadline());
    }

    @Test
    void timeNeverRunsBackwards() {
        clock.advanceTo(100);
        clock.advanceTo(50);

        assertEquals(100, clock.nanos());
    }

    @Test
    void withNothingOrderedThereIsNoDeadline() {
        assertEquals(VirtualClock.NEVER, clock.nextDeadline());
    }

    static LongStream seeds() {
        Long one = Long.getLong("ring3.seed");
        return one != null ? LongStream.of(one) : LongStream.rangeClosed(1, 50);
    }

    /// Goal: the heap runs what a sorted list would. Method: order and cancel at random, then
    /// compare with the survivors sorted by deadline, ties by creation.
    @ParameterizedTest(name = "-Dring3.seed={0}")
    @MethodSource("seeds")
    void callsRunAsInASortedList(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        record Order(long deadline, String name, Timer timer) {}
        var expected = new ArrayList<Order>();
        for (int i = 0; i < 300; i++) {
            long delay = random.nextInt(40);
            String name = "order " + i;
            expected.add(new Order(delay, name, order(delay, name)));
            if (random.nextInt(3) == 0) {
                expected.remove(random.nextInt(expected.size())).timer().cancel();
            }
        }

        clock.advanceTo(40);
        clock.runDue();

        expected.sort(Comparator.comparingLong(Order::deadline));
        assertEquals(expected.stream().map(Order::name).toList(), ran);
    }
}

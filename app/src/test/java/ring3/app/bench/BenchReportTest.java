package ring3.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What is made of the values that the benchmarks tell.
class BenchReportTest {
    private static BenchResult nanos(String name, double... values) {
        return BenchResult.of(name, "ns", values);
    }

    @Test
    void theValueIsTheMedianOfAllRuns() {
        assertEquals(
                new BenchResult("ipc.notify", 3, "ns", 3, 1, 90), nanos("ipc.notify", 90, 1, 3));
        assertEquals(2.5, nanos("ipc.notify", 4, 1, 3, 2).value());
        assertEquals(7, nanos("ipc.notify", 7).value());
    }

    @Test
    void theRoundTripIsComparedWithEveryPeerThatWasMeasured() {
        List<BenchResult> results =
                List.of(nanos("ipc.sendrec", 400), nanos("peer.a", 8000), nanos("peer.b", 200));

        assertEquals(
                List.of(
                        new Ratio("peer.a / ipc.sendrec", 20),
                        new Ratio("peer.b / ipc.sendrec", 0.5)),
                BenchReport.of(results, List.of()).ratios());
    }

    @Test
    void aCountedProgramIsComparedWithTheSameUncounted() {
        List<BenchResult> results =
                List.of(
                        nanos("meter.crc", 300),
                        nanos("meter.crc.uncounted", 200),
                        nanos("meter.preemption", 700));

        assertEquals(
                List.of(new Ratio("meter.crc / meter.crc.uncounted", 1.5)),
                BenchReport.of(results, List.of()).ratios());
    }

    @Test
    void withoutPeersOrWithoutTheRoundTripNothingIsCompared() {
        assertEquals(
                List.of(), BenchReport.of(List.of(nanos("ipc.sendrec", 400)), List.of()).ratios());
        assertEquals(List.of(), BenchReport.of(List.of(nanos("peer.a", 400)), List.of()).ratios());
    }

    @Test
    void bigNumbersHaveNoFractionAndTheColumnsLineUp() {
        assertEquals(
                """
                benchmark                              median                 lowest      highest
                events.perSecond                    9,504,992 events/s     9,504,992    9,504,992
                memory.perProcess                        50.4 bytes             50.4         50.4
                peer.a / ipc.sendrec                     20.0 times
                scale.9                              skipped: no room
                """,
                BenchTable.head()
                        + BenchTable.row(BenchResult.of("events.perSecond", "events/s", 9504992.3))
                        + BenchTable.row(BenchResult.of("memory.perProcess", "bytes", 50.42))
                        + BenchTable.row(new Ratio("peer.a / ipc.sendrec", 20))
                        + BenchTable.row(new Skipped("scale.9", "no room")));
    }
}

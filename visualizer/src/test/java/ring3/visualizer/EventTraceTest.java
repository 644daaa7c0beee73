package ring3.visualizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.AlarmExpired;
import ring3.events.KernelEvent.ProcessBorn;
import ring3.events.KernelEvent.ProcessDied;
import ring3.events.KernelEvent.ProgramStarted;
import ring3.events.ProcessKind;
import ring3.syslib.Endpoint;

class EventTraceTest {
    private final EventTrace trace = new EventTrace(8);

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            trace.add(new AlarmExpired(trace.last() + 1, 0, Endpoint.RS));
        }
    }

    @Test
    void theNewestEventsAreKeptAndTheOldestForgotten() {
        add(11);

        assertEquals(11, trace.last());
        assertEquals(4, trace.first());
        assertNotNull(trace.event(4));
        assertNull(trace.event(3));
        assertNull(trace.event(12));
    }

    @Test
    void whatIsReadBehindANumberComesInOrderAndHasALimit() {
        add(6);

        assertEquals(List.of(5L, 6L), numbers(trace.after(4, 10)));
        assertEquals(List.of(4L, 5L, 6L), numbers(trace.after(0, 3)));
        assertEquals(List.of(), numbers(trace.after(6, 10)));
    }

    private static List<Long> numbers(List<KernelEvent> events) {
        return events.stream().map(KernelEvent::number).toList();
    }

    @Test
    void aMachineThatBeginsAgainLeavesNothingOfItsFormerRun() {
        trace.add(new ProcessBorn(1, 0, Endpoint.RS, Endpoint.NONE, "rs"));
        add(3);

        trace.add(new AlarmExpired(1, 0, Endpoint.RS));

        assertEquals(1, trace.last());
        assertNull(trace.event(2));
        assertEquals("2", trace.names().of(Endpoint.RS, 1));
    }

    @Test
    void aProcessIsCalledWhatItWasCalledThen() {
        Endpoint child = Endpoint.of(14, 1);
        trace.add(new ProcessBorn(1, 0, child, Endpoint.INIT, "sh"));
        add(1);
        trace.add(new ProgramStarted(3, 0, child, "cat", ProcessKind.USER));

        assertEquals("sh", trace.names().of(child, 2));
        assertEquals("cat", trace.names().of(child, 3));
        assertEquals("clock", trace.names().of(Endpoint.CLOCK, 3));
        assertEquals("99", trace.names().of(new Endpoint(99), 3));
    }

    @Test
    void aProcessIsForgottenWithTheLastEventThatTellsOfIt() {
        Endpoint dead = Endpoint.of(14, 1);
        Endpoint other = Endpoint.of(15, 1);
        var names = new ProcessNames();
        names.add(new ProcessBorn(1, 0, dead, Endpoint.INIT, "sh"));
        names.add(new ProcessDied(2, 0, dead, "sh"));
        names.add(new ProcessDied(2 + EventTrace.CAPACITY, 0, other, "cat"));
        assertEquals("sh", names.of(dead, 2));

        names.add(new ProcessDied(3 + EventTrace.CAPACITY, 0, other, "cat"));

        assertEquals(dead.toString(), names.of(dead, 2));
    }

    /// Goal: a reader never sees an event that it did not ask for. Method: one thread writes many
    /// times the capacity while this one reads.
    @Test
    void aReaderNeverTakesOneEventForAnother() throws InterruptedException {
        var writer = new Thread(() -> add(200_000));
        writer.start();
        while (writer.isAlive()) {
            for (KernelEvent event : trace.after(trace.last() - 4, 4)) {
                KernelEvent again = trace.event(event.number());
                assertEquals(event, again == null ? event : again);
            }
        }
        writer.join();
        assertEquals(8, trace.after(0, 100).size());
    }
}

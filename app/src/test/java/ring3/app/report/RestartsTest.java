package ring3.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Rs;
import ring3.components.protocol.Rs.RsInit;
import ring3.components.protocol.Rs.RsInitDone;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.events.KernelEvent.ProcessDied;
import ring3.events.KernelEvent.ProgramStarted;
import ring3.events.KernelEvent.SignalRaised;
import ring3.events.ProcessKind;
import ring3.syslib.Endpoint;
import ring3.syslib.Message;
import ring3.syslib.Signals;
import ring3.syslib.Trap;

/// What the fold makes of events; each event happens a microsecond after the last.
class RestartsTest {
    private static final Endpoint FIRST = Endpoint.of(12, 1);
    private static final Endpoint SECOND = Endpoint.of(13, 1);

    private final Restarts restarts = new Restarts();
    private long number;

    private long next() {
        return ++number;
    }

    private void starts(Endpoint process) {
        next();
        restarts.add(
                new ProgramStarted(number, number * 1000, process, "disk", ProcessKind.DRIVER));
    }

    private void message(Endpoint from, Endpoint to, Message message) {
        next();
        restarts.add(new MessageDelivered(number, number * 1000, from, to, Trap.SEND, message));
    }

    private void works(Endpoint process, int kind, int incarnation, int result) {
        message(Endpoint.RS, process, new RsInit(kind, incarnation));
        message(process, Endpoint.RS, new RsInitDone(result));
    }

    private void fails(Endpoint process) {
        next();
        restarts.add(
                new ExceptionRaised(
                        number, number * 1000, process, Signals.SIGFPE, "division", "D.java:7"));
        signal(process, Signals.SIGFPE);
    }

    private void signal(Endpoint process, int signal) {
        next();
        restarts.add(new SignalRaised(number, number * 1000, process, signal, Endpoint.RS));
    }

    private void isGone(Endpoint process) {
        next();
        restarts.add(new ProcessDied(number, number * 1000, process, "disk"));
    }

    @Test
    void theFirstStartOfAServiceIsNoRestart() {
        starts(FIRST);
        works(FIRST, Rs.FRESH, 1, 0);

        assertEquals(List.of(), restarts.all());
    }

    @Test
    void aServiceThatDiedAndWorksAgainWasRestarted() {
        starts(FIRST);
        fails(FIRST); // The second event, at 2 microseconds.
        isGone(FIRST);
        starts(SECOND);
        works(SECOND, Rs.RESTART, 2, 0); // Ready at the seventh event.

        assertEquals(
                List.of(new Restart("disk", 2, "division at D.java:7", 2000, 7000)),
                restarts.all());
        assertEquals(1, restarts.count("disk"));
        assertEquals(0, restarts.count("tty"));
    }

    @Test
    void aDeadProcessMayBeBuriedAfterItsSuccessorWorks() {
        starts(FIRST);
        signal(FIRST, Signals.SIGKILL);
        starts(SECOND);
        works(SECOND, Rs.RESTART, 2, 0);
        isGone(FIRST);
        fails(SECOND);
        isGone(SECOND);
        starts(FIRST);
        works(FIRST, Rs.RESTART, 3, 0);

        assertEquals("SIGKILL", restarts.all().get(0).cause());
        assertEquals("division at D.java:7", restarts.all().get(1).cause());
    }

    @Test
    void aServiceThatEndsByItselfHasExited() {
        starts(FIRST);
        isGone(FIRST);
        starts(SECOND);
        works(SECOND, Rs.RESTART, 2, 0);

        assertEquals("exit", restarts.all().getFirst().cause());
    }

    @Test
    void aSuccessorThatCannotInitialiseIsNoRestart() {
        starts(FIRST);
        fails(FIRST);
        starts(SECOND);
        works(SECOND, Rs.RESTART, 2, -5);

        assertEquals(List.of(), restarts.all());
    }

    @Test
    void aSignalThatCanBeCaughtIsNoDeath() {
        starts(FIRST);
        signal(FIRST, Signals.SIGTERM);
        starts(SECOND);
        works(SECOND, Rs.RESTART, 2, 0);

        assertEquals(List.of(), restarts.all());
    }
}

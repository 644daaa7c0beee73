package ring3.components.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Rs;
import ring3.components.protocol.Rs.RsInit;
import ring3.components.protocol.Rs.RsInitDone;
import ring3.components.testing.FakeProcess;
import ring3.components.testing.FakeTraps;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Program;
import ring3.syslib.Result;

class SefTest {
    private static final Message REQUEST = new Result(17);

    private final FakeTraps traps = new FakeTraps(Endpoint.TTY, 64);
    private final List<String> seen = new ArrayList<>();

    private Program service(int initResult) {
        return sys -> {
            Sef.Init init =
                    (kind, incarnation) -> {
                        seen.add("init " + kind + " " + incarnation);
                        return initResult;
                    };
            Sef sef = new Sef(sys, init);
            for (; ; ) {
                seen.add("message " + sef.receive().message().type());
            }
        };
    }

    @Test
    void initialisesBeforeAnythingElseAndTellsTheResult() {
        traps.deliver(Endpoint.VFS, REQUEST);
        try (FakeProcess process = new FakeProcess(traps, service(0))) {
            assertEquals(List.of(), seen);
            process.deliver(Endpoint.RS, new RsInit(Rs.RESTART, 2));
        }

        assertEquals(List.of("init 2 2", "message 17"), seen);
        assertEquals(List.of(new RsInitDone(0)), traps.askedOf(Endpoint.RS));
    }

    @Test
    void endsWhenItCannotInitialise() {
        try (FakeProcess process = FakeProcess.service(traps, service(Errno.ENXIO.status()))) {
            assertTrue(process.ended());
        }

        assertEquals(List.of(new RsInitDone(Errno.ENXIO.status())), traps.askedOf(Endpoint.RS));
    }

    @Test
    void answersHeartbeatsItselfButNoOtherNotifications() {
        try (FakeProcess process = FakeProcess.service(traps, service(0))) {
            traps.deliverNotify(Endpoint.RS, 0, 0).deliverNotify(Endpoint.CLOCK, 0, 0);
            process.run();
            assertFalse(process.ended());
        }

        assertEquals(List.of("init 0 1", "message 4096"), seen);
        assertEquals(1, traps.sentTo(Endpoint.RS).size());
    }
}

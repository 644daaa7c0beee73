package ring3.components.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Rs;
import ring3.components.protocol.Rs.RsInit;
import ring3.components.protocol.Rs.RsInitDone;
import ring3.components.protocol.Rs.RsInitLu;
import ring3.components.protocol.Rs.RsLuPrepare;
import ring3.components.protocol.Rs.RsLuReady;
import ring3.components.testing.ByteMemory;
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

    // ---- Live update

    /// A service that hands over what it has seen.
    private Program updatable(boolean[] quiet) {
        return sys -> {
            Handover bytes =
                    Handover.ofBytes(
                            sys,
                            () -> String.join(",", seen).getBytes(StandardCharsets.ISO_8859_1),
                            state -> seen.add(new String(state, StandardCharsets.ISO_8859_1)));
            Handover handover =
                    new Handover() {
                        @Override
                        public boolean isQuiet() {
                            return quiet[0];
                        }

                        @Override
                        public State save() {
                            return bytes.save();
                        }

                        @Override
                        public int restore(Endpoint former, int grant, int length) {
                            return bytes.restore(former, grant, length);
                        }
                    };
            Sef sef = new Sef(sys, (_, _) -> 0, handover);
            for (; ; ) {
                seen.add("message " + sef.receive().message().type());
            }
        };
    }

    private RsLuReady ready() {
        return (RsLuReady) traps.askedOf(Endpoint.RS).getLast();
    }

    @Test
    void aServiceWithoutAHandoverSaysSoAndGoesOnIfItMay() {
        try (FakeProcess process = FakeProcess.service(traps, service(0))) {
            process.deliver(Endpoint.RS, new RsLuPrepare());
            assertEquals(Errno.ENOSYS.status(), ready().status());
            process.deliver(Endpoint.VFS, REQUEST);
        }

        assertEquals(List.of("init 0 1", "message 17"), seen);
    }

    @Test
    void theStateIsGrantedToTheEndpointThatTheNextOneWillHave() {
        try (FakeProcess process = FakeProcess.service(traps, updatable(new boolean[] {true}))) {
            process.deliver(Endpoint.VFS, REQUEST);
            traps.answer(
                    Endpoint.RS,
                    message -> {
                        RsLuReady ready = (RsLuReady) message;
                        int at = traps.granted(ready.grant());
                        ByteMemory memory = (ByteMemory) traps.memory();
                        seen.add("granted " + memory.text(at, ready.bytes()));
                        return Result.of(Errno.EINTR);
                    });
            process.deliver(Endpoint.RS, new RsLuPrepare());
        }

        assertEquals(List.of("message 17", "granted message 17"), seen);
    }

    @Test
    void aServiceIsReplacedOnlyWhenNothingIsUnderWay() {
        boolean[] quiet = new boolean[1];
        try (FakeProcess process = FakeProcess.service(traps, updatable(quiet))) {
            process.deliver(Endpoint.RS, new RsLuPrepare());
            assertEquals(1, traps.askedOf(Endpoint.RS).size());
            quiet[0] = true;
            process.deliver(Endpoint.VFS, REQUEST);
            assertEquals(0, ready().status());
            process.deliver(Endpoint.VFS, REQUEST);
            assertEquals(2, traps.askedOf(Endpoint.RS).size());
        }
    }

    @Test
    void theNextOneRestoresTheStateInPlaceOfItsInitialisation() {
        int bytes = traps.memoryOf(Endpoint.MEM).putText(0x500, "a state");
        traps.deliver(Endpoint.RS, new RsInitLu(2, Endpoint.MEM, 0x500, bytes));
        try (FakeProcess process = new FakeProcess(traps, updatable(new boolean[] {true}))) {
            process.deliver(Endpoint.VFS, REQUEST);
        }

        assertEquals(List.of("a state", "message 17"), seen);
        assertEquals(List.of(new RsInitDone(0)), traps.askedOf(Endpoint.RS));
    }

    @Test
    void aProgramThatCannotTakeOverAStateDoesNotStart() {
        traps.deliver(Endpoint.RS, new RsInitLu(2, Endpoint.MEM, 0x500, 8));
        try (FakeProcess process = new FakeProcess(traps, service(0))) {
            assertTrue(process.ended());
        }

        assertEquals(List.of(new RsInitDone(Errno.ENOSYS.status())), traps.askedOf(Endpoint.RS));
    }

    @Test
    void onlyRsHasAServiceReplaced() {
        try (FakeProcess process = FakeProcess.service(traps, updatable(new boolean[] {true}))) {
            process.deliver(Endpoint.VFS, new RsLuPrepare());
        }

        assertEquals(1, traps.askedOf(Endpoint.RS).size());
    }
}

package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.Halted;
import ring3.events.KernelEvent.Panicked;
import ring3.events.KernelEvent.Printed;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelRequest.Abort;
import ring3.syslib.KernelRequest.Diagctl;
import ring3.syslib.KernelRequest.Getinfo;
import ring3.syslib.KernelRequest.Physcopy;
import ring3.syslib.Syslib;

/// SYS_GETINFO, SYS_DIAGCTL and SYS_ABORT.
class SystemCallsTest {
    private static final int BUFFER = 0x2000;

    private final TestMachine machine = new TestMachine();
    private final Member caller = machine.service("caller");
    private final List<Integer> status = new ArrayList<>();

    private static int info(Syslib sys, int what) {
        return (int) sys.value(new Getinfo(what, BUFFER, 0x4000));
    }

    private static String name(Syslib sys, int address) {
        byte[] bytes = new byte[KernelInfo.NAME_BYTES];
        sys.memory().get(address, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.ISO_8859_1).trim();
    }

    // ---- SYS_GETINFO

    @Test
    void processTableHoldsEverybodyKernelTasksFirst() {
        Map<String, List<Integer>> table = new LinkedHashMap<>();
        caller.runs(sys -> {
            int bytes = info(sys, KernelInfo.PROCTAB);
            for (int at = BUFFER; at < BUFFER + bytes; at += KernelInfo.PROC_BYTES) {
                table.put(
                        name(sys, at),
                        List.of(
                                sys.memory().getInt(at + KernelInfo.PROC_ENDPOINT),
                                sys.memory().getInt(at + KernelInfo.PROC_PARTNER),
                                sys.memory().getInt(at + KernelInfo.PROC_PRIORITY),
                                sys.memory().getInt(at + KernelInfo.PROC_QUANTUM)));
            }
            status.add((int) sys.memory().getLong(BUFFER + 5 * 48 + KernelInfo.PROC_CPU));
        });
        machine.run();

        List<String> names = List.of("asyncm", "idle", "clock", "system", "kernel", "rs", "caller");
        assertEquals(names, List.copyOf(table.keySet()));
        int any = Endpoint.ANY.value();
        assertEquals(List.of(Endpoint.RS.value(), any, 4, 500), table.get("rs"));
        int nobody = Endpoint.NONE.value();
        assertEquals(List.of(caller.endpoint().value(), nobody, 7, 200), table.get("caller"));
        assertTrue(status.getFirst() > 0, "rs has used processor time");
    }

    @Test
    void bootImageTableTellsWhereTheExecutablesLie() {
        List<String> images = new ArrayList<>();
        caller.runs(sys -> {
            int bytes = info(sys, KernelInfo.IMAGE);
            for (int at = BUFFER; at < BUFFER + bytes; at += KernelInfo.MODULE_BYTES) {
                int address = sys.memory().getInt(at + KernelInfo.MODULE_ADDRESS);
                int length = sys.memory().getInt(at + KernelInfo.MODULE_LENGTH);
                Endpoint self = Endpoint.SELF;
                int copy = 0x6000;
                sys.status(new Physcopy(Endpoint.NONE, address, self, copy, length));
                images.add(name(sys, at) + "=" + name(sys, copy));
                status.add(sys.memory().getInt(at + KernelInfo.MODULE_SLOT));
            }
        });
        machine.run();

        assertEquals(List.of("rs=rs", "caller=caller"), images);
        assertEquals(List.of(2, caller.endpoint().slot()), status);
    }

    @Test
    void bootParametersEndWithZeros() {
        machine.parameter("root=c0d0");
        machine.parameter("debug=1");
        byte[] expected = TestMachine.bytes("root=c0d0\0debug=1\0\0");
        byte[] bytes = new byte[expected.length];
        caller.runs(sys -> {
            status.add(info(sys, KernelInfo.MONPARAMS));
            sys.memory().get(BUFFER, bytes, 0, bytes.length);
        });
        machine.run();

        assertEquals(List.of(expected.length), status);
        assertArrayEquals(expected, bytes);
    }

    @Test
    void whoAmITellsTheEndpoint() {
        caller.runs(sys -> {
            status.add((int) sys.value(new Getinfo(KernelInfo.WHOAMI, 0, 0)));
            status.add(sys.self().value());
        });
        machine.run();

        assertEquals(List.of(caller.endpoint().value(), caller.endpoint().value()), status);
    }

    @Test
    void tablesThatDoNotFitOrDoNotExistAreRefused() {
        caller.runs(sys -> {
            status.add(sys.status(new Getinfo(KernelInfo.PROCTAB, BUFFER, 47)));
            status.add(sys.status(new Getinfo(KernelInfo.PROCTAB, 0, 0x4000)));
            status.add(sys.status(new Getinfo(99, BUFFER, 0x4000)));
            status.add(sys.memory().getInt(BUFFER));
        });
        machine.run();

        assertEquals(
                List.of(Errno.E2BIG.status(), Errno.EFAULT.status(), Errno.EINVAL.status(), 0),
                status);
    }

    // ---- SYS_DIAGCTL

    @Test
    void textOfAServiceIsPrinted() {
        caller.runs(sys -> {
            sys.print("hello, k\u00e4rnel");
            status.add(sys.status(new Diagctl(Diagctl.PRINT, BUFFER, -1, Endpoint.NONE)));
            status.add(sys.status(new Diagctl(Diagctl.PRINT, BUFFER, 1025, Endpoint.NONE)));
            status.add(sys.status(new Diagctl(Diagctl.PRINT, 0x7fff_f000, 4, Endpoint.NONE)));
            status.add(sys.status(new Diagctl(Diagctl.PRINT, BUFFER, 0, Endpoint.NONE)));
        });
        machine.run();

        int invalid = Errno.EINVAL.status();
        assertEquals(List.of(invalid, invalid, Errno.EFAULT.status(), 0), status);
        Printed printed = machine.events(Printed.class).getFirst();
        assertEquals("hello, k\u00e4rnel", printed.text());
        assertEquals(caller.endpoint(), printed.process());
    }

    // ---- SYS_ABORT

    @Test
    void machineHaltsInGoodOrder() {
        caller.runs(sys -> {
            sys.status(new Abort(Abort.HALT, 3));
            status.add(1);
        });
        machine.run();

        assertTrue(machine.kernel().isStopped());
        assertEquals(3, machine.kernel().haltStatus());
        assertNull(machine.kernel().panicReason());
        assertEquals(Abort.HALT, machine.events(Halted.class).getFirst().how());
        assertTrue(status.isEmpty(), "nobody runs after that");
        long nanos = machine.kernel().nanos();
        machine.run();
        assertEquals(nanos, machine.kernel().nanos());
        assertFalse(machine.kernel().crash(caller.endpoint()));
    }

    @Test
    void serviceThatCannotGoOnMayStopTheMachine() {
        caller.runs(sys -> sys.status(new Abort(Abort.PANIC, 0)));
        machine.run();

        assertTrue(machine.kernel().isStopped());
        assertEquals("caller could not go on", machine.kernel().panicReason());
        assertEquals(caller.endpoint(), machine.events(Panicked.class).getFirst().culprit());
        assertTrue(machine.events(Halted.class).isEmpty());
    }

    @Test
    void deathOfTheReincarnationServerStopsTheMachine() {
        machine.expectFaults();
        machine.rs(_ -> {
            throw new IllegalStateException("rs is lost");
        });
        machine.run();

        assertTrue(machine.kernel().isStopped());
        assertEquals(Endpoint.RS, machine.events(Panicked.class).getFirst().culprit());
    }

    @Test
    void processesAreFoundByNameWhileTheyLive() {
        machine.run();

        assertEquals(caller.endpoint(), machine.kernel().find("caller"));
        assertNull(machine.kernel().find("nobody"));
    }
}

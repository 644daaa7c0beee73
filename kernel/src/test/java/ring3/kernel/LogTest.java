package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.Printed;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.TestMachine;
import ring3.samples.Sleeper;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Diagctl;
import ring3.syslib.Notify;
import ring3.syslib.Privilege;
import ring3.syslib.Received;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;
import ring3.syslib.Trap;

/// SYS_DIAGCTL: the kernel's log, and those who want to know when something is written on it.
class LogTest {
    private final TestMachine machine = new TestMachine();
    private final Member logger = machine.service("logger").scheduled(6, 200);
    private final Member writer = machine.service("writer");
    private final List<Integer> status = new ArrayList<>();
    private final List<Received> got = new ArrayList<>();

    private static Diagctl code(int code) {
        return new Diagctl(code, 0, 0, Endpoint.NONE);
    }

    private static Diagctl stackOf(Endpoint target) {
        return new Diagctl(Diagctl.STACK_TRACE, 0, 0, target);
    }

    private static Received message() {
        Notify notify = new Notify(0, 0, Signals.bit(Signals.SIGKMESS));
        return new Received(Endpoint.SYSTEM, notify, Trap.NOTIFY, false);
    }

    private List<String> printed() {
        return machine.events(Printed.class).stream().map(Printed::text).toList();
    }

    @Test
    void whoAsksForItIsToldOfEachLine() {
        logger.runs(sys -> {
            must(sys, code(Diagctl.REGISTER));
            got.add(sys.receive());
            got.add(sys.receive());
        });
        writer.runs(sys -> {
            sys.print("one");
            sys.print("two");
        });
        machine.run();

        assertEquals(List.of(message(), message()), got);
        assertEquals(List.of("one", "two"), printed());
    }

    @Test
    void whoAskedForItNoMoreIsNotTold() {
        logger.runs(sys -> {
            must(sys, code(Diagctl.REGISTER));
            must(sys, code(Diagctl.UNREGISTER));
            got.add(sys.receive());
        });
        writer.runs(sys -> sys.print("one"));
        machine.run();

        assertEquals(List.of(), got);
        assertEquals(List.of("one"), printed());
    }

    @Test
    void oneWhoDiesIsNotToldAndHisHeirIsNot() {
        Member heir = machine.service("heir").notAllowed();
        heir.runs(sys -> got.add(sys.receive()));
        logger.runs(sys -> must(sys, code(Diagctl.REGISTER)));
        machine.rs(sys -> {
            pause(sys, 1);
            must(sys, new Clear(logger.endpoint()));
            must(sys, TestMachine.setSystem(sys, heir.endpoint(), heir.rights()));
            must(sys, TestMachine.schedule(heir.endpoint(), 7, 200));
            must(sys, new ring3.syslib.KernelRequest.Privctl(heir.endpoint(), Privilege.ALLOW, 0));
            pause(sys, 1);
            sys.print("one");
        });
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(), got);
    }

    @Test
    void onlyServicesAreTold() {
        writer.rights(writer.rights().withoutFlag(Privilege.SYS_PROC));
        writer.runs(sys -> {
            status.add(sys.status(code(Diagctl.REGISTER)));
            status.add(sys.status(code(Diagctl.UNREGISTER)));
        });
        machine.run();

        assertEquals(List.of(Errno.EPERM.status(), Errno.EPERM.status()), status);
    }

    @Test
    void lineWhereAProcessIsIsPrintedInItsName() {
        Member sleeper = machine.service("sleeper").scheduled(6, 200).runsOnly(new Sleeper());
        writer.runs(sys -> must(sys, stackOf(sleeper.endpoint())));
        machine.run();

        Printed printed = machine.events(Printed.class).getFirst();
        assertEquals(sleeper.endpoint(), printed.process());
        assertTrue(printed.text().startsWith("sleeper is at Sleeper.java:"), printed.text());
    }

    @Test
    void codesAndProcessesThatDoNotExistAreRefused() {
        writer.runs(sys -> {
            for (Diagctl request : List.of(code(0), code(9), stackOf(Endpoint.of(99, 9)))) {
                status.add(sys.status(request));
            }
            status.add(sys.status(stackOf(Endpoint.CLOCK)));
        });
        machine.run();

        int invalid = Errno.EINVAL.status();
        assertEquals(List.of(invalid, invalid, invalid, invalid), status);
        assertEquals(List.of(), printed());
    }

    private static int print(Syslib sys, int bytes) {
        return sys.status(new Diagctl(Diagctl.PRINT, 0x2000, bytes, Endpoint.NONE));
    }

    @Test
    void longestTextHasAKibibyte() {
        writer.runs(sys -> {
            sys.memory().fill(0x2000, 1_025, 'x');
            status.add(print(sys, 1_024));
            status.add(print(sys, 1_025));
        });
        machine.run();

        assertEquals(List.of(0, Errno.EINVAL.status()), status);
        assertEquals(List.of("x".repeat(1_024)), printed());
    }
}

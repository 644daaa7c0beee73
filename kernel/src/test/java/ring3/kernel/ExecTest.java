package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static ring3.kernel.testing.MiniPm.fork;
import static ring3.kernel.testing.MiniPm.say;
import static ring3.kernel.testing.TestMachine.must;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.ProgramStarted;
import ring3.events.ProcessKind;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.ProcessState;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.MiniPm;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Exec;
import ring3.syslib.KernelRequest.Privctl;
import ring3.syslib.Privilege;
import ring3.syslib.Startup;
import ring3.syslib.Syslib;

/// SYS_EXEC: another program in the same process (minix: kernel/system/do_exec.c).
class ExecTest {
    private static final int BASE = 0x1000;
    private static final int MEMORY = 0x4000;
    private static final int FRAME = BASE + 0x100;
    private static final int EFAULT = Errno.EFAULT.status();

    private final TestMachine machine = new TestMachine();
    private final MiniPm pm = new MiniPm();
    private final Member server = machine.service("pm", Endpoint.PM);
    private final Member process = machine.user("process");
    private final List<Integer> status = new ArrayList<>();

    /// The caller puts text into the memory of `target`.
    private static void put(Syslib sys, Endpoint target, int address, String text) {
        byte[] bytes = TestMachine.bytes(text);
        int own = sys.allocate(bytes.length);
        sys.memory().put(own, bytes, 0, bytes.length);
        assertEquals(0, sys.copyTo(target, address, own, bytes.length));
    }

    /// Everything from fresh memory to the first instruction.
    private int exec(Syslib sys, Endpoint target, String image, String arguments) {
        pm.vm.give(sys, target, MEMORY);
        put(sys, target, BASE, image);
        put(sys, target, FRAME, arguments);
        int name = sys.allocate(16);
        sys.memory().put(name, TestMachine.bytes("named"), 0, 5);
        return sys.status(
                new Exec(target, BASE, image.length(), FRAME, arguments.length(), name, 5));
    }

    /// pm execs the process that asks for a child, and serves everybody else.
    private void execs(String image, String arguments) {
        server.runs(sys -> {
            sys.receive();
            status.add(exec(sys, process.endpoint(), image, arguments));
            pm.run(sys);
        });
    }

    private ProcessSnapshot snapshot() {
        ProcessSnapshot snapshot = machine.kernel().snapshot().process(process.endpoint());
        assertNotNull(snapshot);
        return snapshot;
    }

    @Test
    void newProgramStartsWithItsArgumentsAndNobodyAnswersTheOldOne() {
        List<Startup> startups = new ArrayList<>();
        machine.program(
                "fresh",
                false,
                () ->
                        sys -> {
                            startups.add(sys.startup());
                            say(sys, sys.memory().getByte(sys.startup().frameAddress()));
                            say(sys, sys.memory().getInt(sys.startup().heapStart()));
                            sys.call(Endpoint.RS, new MiniPm.Exit());
                        });
        process.runsOnly(sys -> say(sys, fork(sys) + 77));
        execs("fresh", "A1");
        machine.run();

        assertEquals(List.of(0), status);
        assertEquals(List.of("61:65", "61:0"), pm.said);
        int heap = FRAME + 16;
        assertEquals(
                List.of(new Startup(process.endpoint(), FRAME, 2, heap, BASE + MEMORY)), startups);
        ProgramStarted started = machine.events(ProgramStarted.class).getLast();
        assertEquals("named", started.name());
        assertEquals(ProcessKind.USER, started.kind());
        assertEquals("named", snapshot().name());
    }

    @Test
    void heapBeginsRightBehindTheArgumentsAtAMultipleOfSixteen() {
        machine.program(
                "fresh",
                false,
                () ->
                        sys -> {
                            say(sys, sys.startup().heapStart());
                            sys.call(Endpoint.RS, new MiniPm.Exit());
                        });
        process.runsOnly(sys -> say(sys, fork(sys) + 77));
        execs("fresh", "0123456789abcdef");
        machine.run();

        assertEquals(List.of("61:" + (FRAME + 16)), pm.said);
    }

    @Test
    void whatIsNoProgramIsRefusedAndTheProcessStillWaits() {
        process.runsOnly(sys -> fork(sys));
        execs("nonsense", "A");
        machine.run();

        assertEquals(List.of(Errno.ENOEXEC.status()), status);
        assertEquals(ProcessState.RECEIVING, snapshot().state());
        assertEquals("process", snapshot().name());
    }

    @Test
    void anImageWithoutANameIsLookedAtWhereverItLiesAndStartsNothing() {
        machine.program("fresh", false, () -> _ -> {});
        server.runs(sys -> {
            int image = sys.allocate(16);
            for (String text : List.of("fresh", "nonsense")) {
                sys.memory().put(image, TestMachine.bytes(text), 0, text.length());
                status.add(sys.status(new Exec(Endpoint.SELF, image, text.length(), 0, 0, 0, 0)));
            }
            int name = sys.allocate(16);
            status.add(sys.status(new Exec(Endpoint.SELF, image, 5, 0, 0, name, 5)));
            pm.run(sys);
        });
        machine.run();

        assertEquals(List.of(0, Errno.ENOEXEC.status(), Errno.EINVAL.status()), status);
        assertEquals(
                "pm",
                Objects.requireNonNull(machine.kernel().snapshot().process(Endpoint.PM)).name());
    }

    @Test
    void childOfANewProgramLivesThatProgramAgainWithItsArguments() {
        machine.program(
                "fresh",
                true,
                () ->
                        sys -> {
                            int letter = sys.memory().getByte(sys.startup().frameAddress());
                            sys.memory().putByte(sys.startup().frameAddress(), 'z');
                            boolean child = fork(sys) == 0;
                            say(sys, child ? letter : letter + 1000);
                            sys.call(Endpoint.RS, new MiniPm.Exit());
                        });
        process.forks();
        process.runsOnly(sys -> {
            say(sys, 1);
            fork(sys);
        });
        server.runs(sys -> {
            sys.reply(sys.receive().source(), ring3.syslib.Result.OK);
            sys.receive();
            status.add(exec(sys, process.endpoint(), "fresh", "B"));
            pm.run(sys);
        });
        machine.run();

        assertEquals(List.of(0), status);
        assertEquals(List.of("100:66", "61:1066"), pm.said.stream().sorted().toList());
    }

    @Test
    void childThatNeverCaughtUpCanStartAnotherProgram() {
        machine.program(
                "fresh",
                false,
                () ->
                        sys -> {
                            say(sys, sys.self().value());
                            sys.call(Endpoint.RS, new MiniPm.Exit());
                        });
        process.forks();
        process.runsOnly(sys -> fork(sys));
        server.runs(sys -> {
            sys.receive();
            must(sys, new ring3.syslib.KernelRequest.Fork(process.endpoint(), 100, 0));
            Endpoint child = Endpoint.of(100, 1);
            must(sys, TestMachine.schedule(child, 7, 100));
            status.add(exec(sys, child, "fresh", "C"));
            pm.run(sys);
        });
        machine.run();

        assertEquals(List.of(0), status);
        assertEquals(List.of("100:" + Endpoint.of(100, 1).value()), pm.said);
    }

    @Test
    void serviceIsMadeFromAForkedProcessAndAFile() {
        Member service = machine.service("service").runs(Syslib::receive);
        machine.program("driver", false, () -> sys -> say(sys, sys.outb(0x500, 1)));
        machine.expectFaults();
        server.runs(sys -> {
            int slot = 100;
            Endpoint child = Endpoint.of(slot, 1);
            must(sys, new ring3.syslib.KernelRequest.Fork(service.endpoint(), slot, 0));
            must(sys, TestMachine.setSystem(sys, child, service.rights()));
            must(sys, TestMachine.schedule(child, 7, 100));
            status.add(exec(sys, child, "driver", ""));
            must(sys, new Privctl(child, Privilege.ALLOW, 0));
            pm.run(sys);
        });
        server.scheduled(9, 100);
        machine.run();

        assertEquals(List.of(0), status);
        assertEquals(List.of("100:0"), pm.said);
    }

    @Test
    void addressesThatAreNotThereAndTargetsThatMakeNoSenseAreRefused() {
        process.runsOnly(sys -> fork(sys));
        server.runs(sys -> {
            sys.receive();
            Endpoint target = process.endpoint();
            int name = sys.allocate(16);
            status.add(sys.status(new Exec(target, 0, 8, BASE, 0, name, 5)));
            status.add(sys.status(new Exec(target, BASE, -1, BASE, 0, name, 5)));
            status.add(sys.status(new Exec(target, BASE, 8, BASE, 1 << 30, name, 5)));
            status.add(sys.status(new Exec(target, BASE, 8, BASE, 0, 0, 5)));
            status.add(sys.status(new Exec(Endpoint.CLOCK, BASE, 8, BASE, 0, name, 5)));
            status.add(sys.status(new Exec(Endpoint.PM, BASE, 2, BASE, 0, name, 5)));
        });
        machine.run();

        int invalid = Errno.EINVAL.status();
        assertEquals(List.of(EFAULT, EFAULT, EFAULT, EFAULT, invalid, invalid), status);
        assertEquals(ProcessState.RECEIVING, snapshot().state());
    }
}

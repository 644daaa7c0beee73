package ring3.components.servers.rs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Devices;
import ring3.components.protocol.Rs;
import ring3.components.protocol.Rs.RsDown;
import ring3.components.protocol.Rs.RsStart;
import ring3.components.protocol.ServiceSetup;
import ring3.components.protocol.Vfs.VfsMapdriver;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest.Exec;
import ring3.syslib.Privilege;
import ring3.syslib.Privilege.Range;
import ring3.syslib.Result;
import ring3.syslib.Signals;
import ring3.syslib.Trap;

/// Services whose program and privileges a user process hands over.
class ServiceFromFileTest {
    private static final Endpoint SHELL = RsMachine.SHELL;
    private static final Endpoint LED = RsMachine.child(1);
    private static final Endpoint NEXT = RsMachine.child(2);
    private static final int LABEL_AT = 0x3000;

    private final RsMachine machine = new RsMachine();

    @BeforeEach
    void boot() {
        machine.boot();
        machine.traps.forget();
        machine.names.clear();
    }

    @AfterEach
    void end() {
        machine.close();
    }

    private void down(String label) {
        int length = machine.traps.memoryOf(SHELL).putText(LABEL_AT, label);
        machine.send(SHELL, new RsDown(LABEL_AT, length));
    }

    private List<Result> answers() {
        return machine.traps.sentTo(SHELL).stream().map(Result.class::cast).toList();
    }

    @Test
    void theServiceRunsWhatItsCallerHandedOver() {
        machine.start("the program", RsMachine.setup("led"));

        assertEquals("the program|led|fast|", machine.programOf(LED));
        assertEquals(List.of("+led " + LED), machine.names);
        assertEquals(List.of(), answers());
        machine.initialised(LED, 0);
        assertEquals(List.of(Result.OK), answers());
        assertEquals("led " + LED + " 21 1 running", machine.stateOf("led"));
    }

    @Test
    void itMayDoWhatItsFileSaysAndTheRestIsForRsToDecide() {
        machine.start("the program", RsMachine.setup("led"));

        Privilege rights = machine.privilegeOf(LED);
        assertEquals(List.of(new Range(0x300, 0x303)), rights.ports());
        assertEquals(List.of(10), rights.irqs());
        assertEquals(List.of(), rights.memory());
        assertEquals(Endpoint.RS, rights.signalManager());
        assertEquals(Trap.ALL, rights.traps());
        assertTrue(rights.has(Privilege.CHECK_IO_PORT));
        assertTrue(rights.has(Privilege.CHECK_IRQ));
        assertTrue(rights.has(Privilege.CHECK_MEM));
        assertFalse(rights.has(Privilege.BILLABLE));
    }

    @Test
    void itsNextIncarnationComesFromTheCopyThatRsKeeps() {
        machine.start("the program", RsMachine.setup("led"));
        machine.initialised(LED, 0);
        machine.traps.memoryOf(SHELL).fill(0, 0x10000, 0xee);

        machine.signal(LED, Signals.SIGSEGV);

        assertEquals("the program|led|fast|", machine.programOf(NEXT));
    }

    @Test
    void aServiceThatIsNotToBeRestartedIsNot() {
        ServiceSetup s = RsMachine.setup("led");
        machine.start(
                "the program",
                new ServiceSetup("led", s.arguments(), 0, 0, false, 64, 7, 200, true, s.rights()));
        machine.initialised(LED, 0);

        machine.signal(LED, Signals.SIGSEGV);

        assertEquals("none", machine.stateOf("led"));
    }

    @Test
    void aDriverGetsItsMajorNumberAndTheCallerLearnsIt() {
        machine.start("the program", RsMachine.setup("led").driving(20, 0));
        machine.initialised(LED, 0);
        machine.start("the program", RsMachine.setup("led2").driving(ServiceSetup.ANY_MAJOR, 0));
        machine.initialised(NEXT, 0);

        assertEquals(List.of(new Result(20), new Result(16)), answers());
        List<Integer> majors =
                machine.traps.sentTo(Endpoint.VFS).stream()
                        .map(message -> ((VfsMapdriver) message).major())
                        .toList();
        assertEquals(List.of(20, 16), majors);
    }

    @Test
    void aMajorNumberHasOneDriver() {
        machine.start("the program", RsMachine.setup("led").driving(20, 0));
        machine.initialised(LED, 0);

        for (int major : new int[] {20, Devices.DISK_MAJOR, Devices.CTTY_MAJOR}) {
            machine.start("the program", RsMachine.setup("led2").driving(major, 0));
            assertEquals(Result.of(Errno.EBUSY), answers().getLast());
        }
        assertEquals("none", machine.stateOf("led2"));
    }

    @Test
    void whatIsNotSoundIsRefusedAndNothingIsMade() {
        machine.start("the program", RsMachine.setup("a b"));
        machine.start("the program", RsMachine.setup("led").driving(64, 0));
        machine.start("", RsMachine.setup("led"));
        machine.start("the program", RsMachine.setup("at_wini"));
        int bytes = RsMachine.setup("led").store(machine.traps.memoryOf(SHELL), 0x100);
        machine.send(SHELL, new RsStart(0x100, Rs.IMAGE_MAX + 1, 0x100, bytes));
        machine.send(SHELL, new RsStart(-1, 10, 0x100, bytes));
        machine.send(SHELL, new RsStart(0x100, 10, -1, bytes));
        machine.send(SHELL, new RsStart(0x100, 10, 0x100, 1 << 30));

        assertEquals(
                List.of(
                        Result.of(Errno.EINVAL),
                        Result.of(Errno.EINVAL),
                        Result.of(Errno.ENOEXEC),
                        Result.of(Errno.EEXIST),
                        Result.of(Errno.E2BIG),
                        Result.of(Errno.EFAULT),
                        Result.of(Errno.EINVAL),
                        Result.of(Errno.EINVAL)),
                answers());
        assertEquals(List.of(), machine.traps.askedOf(Endpoint.PM));
    }

    @Test
    void servicesStartNoServices() {
        machine.send(Endpoint.TTY, new RsStart(0, 10, 0, 10));

        assertEquals(List.of(Result.of(Errno.EPERM)), machine.traps.sentTo(Endpoint.TTY));
    }

    @Test
    void whatIsNoProgramIsCleanedUpAndTheCallerLearnsWhy() {
        machine.traps.answer(Exec.class, _ -> KernelReply.of(Errno.ENOEXEC));

        machine.start("no program", RsMachine.setup("led"));

        assertEquals(List.of(Result.of(Errno.ENOEXEC)), answers());
        assertEquals("none", machine.stateOf("led"));
        assertEquals(2, machine.traps.askedOf(Endpoint.PM).size());
    }

    @Test
    void aProgramThatDoesNotFitIntoItsMemoryIsRefused() {
        machine.start("x".repeat(64 * 1024), RsMachine.setup("led"));

        assertEquals(List.of(Result.of(Errno.ENOMEM)), answers());
    }

    /// RS has room for a few such programs at a time, and vm gives it no more.
    @Test
    void theCopyOfAServiceThatIsGoneTakesNoMemory() {
        machine.traps.answer(
                Endpoint.VM,
                message ->
                        message.typeName().equals("VM_BRK") ? Result.of(Errno.ENOMEM) : Result.OK);
        for (int i = 0; i < 40; i++) {
            machine.start("x".repeat(60 * 1024), RsMachine.setup("led"));
            machine.initialised(RsMachine.child(1 + i), 0);
            down("led");
        }

        assertEquals(80, answers().size());
        assertTrue(answers().stream().allMatch(Result.OK::equals));
    }
}

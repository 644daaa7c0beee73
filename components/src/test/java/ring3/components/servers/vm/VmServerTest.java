package ring3.components.servers.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.components.servers.vm.VmMachine.INIT;
import static ring3.components.servers.vm.VmMachine.PAGE;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.components.protocol.Vm;
import ring3.components.protocol.Vm.VmBrk;
import ring3.components.protocol.Vm.VmExecNewmem;
import ring3.components.protocol.Vm.VmExit;
import ring3.components.protocol.Vm.VmFork;
import ring3.components.protocol.Vm.VmInfo;
import ring3.components.protocol.Vm.VmRsUpdate;
import ring3.components.protocol.Vm.VmWillexit;
import ring3.components.protocol.VmReply.VmStats;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest.Fork;
import ring3.syslib.KernelRequest.Kill;
import ring3.syslib.KernelRequest.Physcopy;
import ring3.syslib.KernelRequest.Update;
import ring3.syslib.KernelRequest.Vmctl;
import ring3.syslib.Message;
import ring3.syslib.Signals;
import ring3.syslib.VmPagefault;

class VmServerTest {
    private static final int SLOT = 20;
    private static final int HERE = PAGE + 100;
    private static final int FREE_AT_BOOT = VmMachine.FRAMES - VmMachine.FIRST_FREE;
    private static final int INIT_END = PAGE + VmMachine.INIT_PAGES * PAGE;

    private final VmMachine machine = new VmMachine();

    @AfterEach
    void end() {
        machine.check();
        machine.close();
    }

    // ---- fork

    @Test
    void aChildFindsWhatItsParentHadAndNoFrameIsUsedForIt() {
        machine.store(INIT, HERE, 5);

        Endpoint child = machine.fork(INIT, SLOT);

        assertEquals(5, machine.load(child, HERE));
        assertEquals(5, machine.load(INIT, HERE));
        assertEquals(FREE_AT_BOOT, machine.free());
    }

    @Test
    void whoWritesFirstGetsACopyOfThatPageAlone() {
        machine.store(INIT, HERE, 5);
        machine.store(INIT, HERE + 1, 6);
        Endpoint child = machine.fork(INIT, SLOT);

        assertTrue(machine.store(child, HERE, 7));

        assertEquals(7, machine.load(child, HERE));
        assertEquals(6, machine.load(child, HERE + 1));
        assertEquals(5, machine.load(INIT, HERE));
        assertEquals(FREE_AT_BOOT - 1, machine.free());
    }

    @Test
    void theLastUserOfAFrameWritesWithoutACopy() {
        Endpoint child = machine.fork(INIT, SLOT);
        machine.store(INIT, HERE, 5);
        machine.traps.forget();

        machine.store(child, HERE, 7);

        assertEquals(List.of(), machine.traps.requests(Physcopy.class));
        assertEquals(5, machine.load(INIT, HERE));
        assertEquals(FREE_AT_BOOT - 1, machine.free());
    }

    @Test
    void aGrandchildSharesWithBoth() {
        Endpoint child = machine.fork(INIT, SLOT);
        machine.store(child, HERE, 7);
        Endpoint grandchild = machine.fork(child, SLOT + 1);

        machine.store(grandchild, HERE, 8);
        machine.store(child, HERE, 9);

        assertEquals(8, machine.load(grandchild, HERE));
        assertEquals(9, machine.load(child, HERE));
        assertEquals(FREE_AT_BOOT - 2, machine.free());
    }

    @Test
    void aForkThatTheKernelRefusesChangesNothing() {
        machine.traps.answer(Fork.class, _ -> KernelReply.of(Errno.EINVAL));
        machine.traps.forget();

        assertEquals(Errno.EINVAL.status(), machine.status(Endpoint.PM, new VmFork(INIT, SLOT)));
        assertEquals(List.of(), machine.traps.requests(Vmctl.class));
        assertTrue(machine.store(INIT, HERE, 1));
    }

    @Test
    void aParentThatIsNotThereIsRefused() {
        Message fork = new VmFork(Endpoint.of(SLOT, 9), SLOT + 1);

        assertEquals(Errno.ESRCH.status(), machine.status(Endpoint.PM, fork));
        assertEquals(List.of(), machine.traps.requests(Fork.class));
    }

    // ---- exec

    @Test
    void anImageFindsZerosAndNothingOfWhatWasThere() {
        Endpoint child = machine.fork(INIT, SLOT);
        machine.store(child, HERE, 7);

        assertEquals(0, machine.exec(child, 3 * PAGE - 1));

        assertEquals(3, machine.mapped(child));
        assertEquals(0, machine.load(child, HERE));
        assertEquals(0, machine.load(child, 4 * PAGE - 1));
        assertEquals(FREE_AT_BOOT - 3, machine.free());
        assertEquals(-1, machine.load(child, 4 * PAGE));
    }

    @Test
    void memoryThatIsNotThereIsRefusedBeforeAnythingIsLost() {
        Endpoint child = machine.fork(INIT, SLOT);
        machine.store(child, HERE, 7);
        int free = machine.free();

        assertEquals(Errno.ENOMEM.status(), machine.exec(child, (free + 1) * PAGE));
        assertEquals(Errno.ENOMEM.status(), machine.exec(child, 0));
        assertEquals(Errno.ENOMEM.status(), machine.exec(child, -PAGE));
        assertEquals(Errno.ENOMEM.status(), machine.exec(child, (16 << 20) + 1));
        assertEquals(7, machine.load(child, HERE));
        assertEquals(free, machine.free());
        assertEquals(0, machine.exec(child, free * PAGE));
    }

    // ---- brk

    @Test
    void newMemoryIsZerosAndTakesNoFrameBeforeItIsTouched() {
        assertEquals(0, machine.brk(INIT, INIT_END + 10 * PAGE));
        assertEquals(FREE_AT_BOOT, machine.free());

        assertEquals(0, machine.load(INIT, INIT_END + 5 * PAGE));

        assertEquals(FREE_AT_BOOT - 1, machine.free());
        assertTrue(machine.store(INIT, INIT_END + 5 * PAGE, 1));
        assertEquals(FREE_AT_BOOT - 1, machine.free());
        assertEquals(-1, machine.load(INIT, INIT_END + 10 * PAGE));
    }

    @Test
    void whatFallsAwayIsFreeAgainAndZerosWhenItComesBack() {
        machine.store(INIT, INIT_END - PAGE, 3);

        assertEquals(0, machine.brk(INIT, INIT_END - PAGE));
        assertEquals(FREE_AT_BOOT + 1, machine.free());
        assertEquals(-1, machine.load(INIT, INIT_END - PAGE));

        assertEquals(0, machine.brk(INIT, INIT_END));
        assertEquals(0, machine.load(INIT, INIT_END - PAGE));
    }

    @Test
    void moreThanTheMachineHasIsRefusedAtOnce() {
        assertEquals(0, machine.brk(INIT, INIT_END + FREE_AT_BOOT * PAGE));
        assertEquals(0, machine.brk(INIT, INIT_END));
        assertEquals(
                Errno.ENOMEM.status(), machine.brk(INIT, INIT_END + (FREE_AT_BOOT + 1) * PAGE));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, PAGE, (16 << 20) + PAGE + 1, Integer.MAX_VALUE})
    void anEndThatNoMemoryHasIsRefused(int end) {
        assertEquals(Errno.ENOMEM.status(), machine.brk(INIT, end));
        assertEquals(VmMachine.INIT_PAGES, machine.mapped(INIT));
    }

    // ---- Page faults

    @ParameterizedTest
    @ValueSource(ints = {0, 4, PAGE - 1, INIT_END, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
    void aWildAddressIsSigsegv(int address) {
        assertEquals(-1, machine.load(INIT, address));
        assertFalse(machine.store(INIT, address, 1));

        Kill kill = new Kill(INIT, Signals.SIGSEGV);
        assertEquals(List.of(kill, kill), machine.traps.requests(Kill.class));
    }

    @Test
    void whenNoFrameIsLeftAWriteIsSigsegvAndAReadIsNot() {
        Endpoint child = machine.fork(INIT, SLOT);
        Endpoint other = machine.fork(INIT, SLOT + 1);
        assertEquals(0, machine.exec(other, machine.free() * PAGE));
        assertEquals(0, machine.free());

        assertFalse(machine.store(child, HERE, 1));
        assertEquals(1, machine.segmentationFaults());
        assertEquals(1, machine.traps.printed().size());
        assertTrue(machine.load(child, HERE) >= 0);

        machine.exit(other);
        assertTrue(machine.store(child, HERE, 1));
    }

    @Test
    void aFaultThatTheKernelDoesNotReportIsNoFault() {
        assertEquals(Errno.ENOSYS.status(), machine.status(INIT, new VmPagefault(INIT_END, true)));
        assertEquals(0, machine.segmentationFaults());
    }

    @Test
    void aProcessThatEndsFaultsInVain() {
        assertEquals(0, machine.status(Endpoint.PM, new VmWillexit(INIT)));
        machine.brk(INIT, INIT_END + PAGE);

        assertFalse(machine.store(INIT, INIT_END, 1));
        assertEquals(0, machine.segmentationFaults());
        assertEquals(Errno.EFAULT.status(), machine.kernelNeeds(INIT, INIT_END, 1, true));
    }

    // ---- Kernel calls that wait

    @Test
    void aKernelCallGetsAWholeRange() {
        Endpoint child = machine.fork(INIT, SLOT);
        machine.brk(child, INIT_END + 2 * PAGE);

        assertEquals(0, machine.kernelNeeds(child, INIT_END - 1, 2 * PAGE, true));

        assertEquals(VmMachine.INIT_PAGES + 2, machine.mapped(child));
        assertEquals(FREE_AT_BOOT - 3, machine.free());
    }

    @Test
    void aKernelCallThatOnlyReadsNeedsNoCopy() {
        Endpoint child = machine.fork(INIT, SLOT);

        assertEquals(0, machine.kernelNeeds(child, PAGE, VmMachine.INIT_PAGES * PAGE, false));
        assertEquals(FREE_AT_BOOT, machine.free());
    }

    @Test
    void aRangeThatIsNotAllThereIsRefusedAndNothingIsDoneForIt() {
        machine.brk(INIT, INIT_END + PAGE);
        int efault = Errno.EFAULT.status();

        assertEquals(efault, machine.kernelNeeds(INIT, INIT_END, PAGE + 1, true));
        assertEquals(efault, machine.kernelNeeds(INIT, PAGE - 1, 2, true));
        assertEquals(efault, machine.kernelNeeds(INIT, INIT_END, Integer.MAX_VALUE, true));
        assertEquals(efault, machine.kernelNeeds(INIT, INIT_END, -1, true));
        assertEquals(efault, machine.kernelNeeds(INIT, -1, 1, true));
        assertEquals(efault, machine.kernelNeeds(Endpoint.of(SLOT, 1), PAGE, 1, true));
        assertEquals(FREE_AT_BOOT, machine.free());
        assertEquals(0, machine.segmentationFaults());
    }

    @Test
    void aKernelCallForWhichNoFrameIsLeftFails() {
        machine.brk(INIT, INIT_END + 2 * PAGE);
        machine.exec(machine.fork(INIT, SLOT), (machine.free() - 1) * PAGE);

        assertEquals(Errno.ENOMEM.status(), machine.kernelNeeds(INIT, INIT_END, 2 * PAGE, true));
    }

    // ---- exit

    @Test
    void exitGivesEveryFrameBack() {
        Endpoint child = machine.fork(INIT, SLOT);
        machine.store(child, HERE, 1);
        machine.brk(child, INIT_END + PAGE);
        machine.store(child, INIT_END, 1);
        Endpoint other = machine.fork(child, SLOT + 1);
        machine.exec(other, 10 * PAGE);

        machine.exit(other);
        machine.exit(child);

        assertEquals(FREE_AT_BOOT, machine.free());
        machine.exit(INIT);
        machine.ask(Endpoint.RS, new VmInfo(0, 0));
        assertEquals(FREE_AT_BOOT + VmMachine.INIT_PAGES, machine.free());
    }

    @Test
    void aProcessThatIsGoneIsNobody() {
        Endpoint child = machine.fork(INIT, SLOT);
        machine.exit(child);
        Endpoint successor = machine.fork(INIT, SLOT);

        assertEquals(Errno.ESRCH.status(), machine.status(Endpoint.PM, new VmExit(child)));
        assertEquals(Errno.ESRCH.status(), machine.brk(child, INIT_END));
        assertEquals(Errno.ESRCH.status(), machine.exec(child, PAGE));
        assertFalse(machine.store(child, HERE, 1));
        assertEquals(0, machine.segmentationFaults());
        assertEquals(0, machine.brk(successor, INIT_END));
    }

    // ---- Who may

    @Test
    void onlyThoseWhoKeepProcessesMayChangeThoseOfOthers() {
        Endpoint child = machine.fork(INIT, SLOT);
        int eperm = Errno.EPERM.status();

        for (Endpoint other : List.of(child, INIT, Endpoint.VFS, Endpoint.RS)) {
            assertEquals(eperm, machine.status(other, new VmFork(INIT, SLOT + 1)));
            assertEquals(eperm, machine.status(other, new VmExit(child)));
            assertEquals(eperm, machine.status(other, new VmWillexit(child)));
        }
        for (Endpoint other : List.of(child, INIT, Endpoint.PM)) {
            assertEquals(eperm, machine.status(other, new VmExecNewmem(child, PAGE)));
        }
        assertEquals(0, machine.status(Endpoint.RS, new VmExecNewmem(child, PAGE)));
    }

    // ---- How memory is used

    @Test
    void theReportTellsWhoHasWhatAndWhoShares() {
        Endpoint child = machine.fork(INIT, SLOT);
        machine.brk(child, INIT_END + 3 * PAGE);
        machine.store(child, HERE, 1);
        int table = 2 * PAGE - 8;

        VmStats stats = (VmStats) machine.ask(child, new VmInfo(table, 4096));

        assertEquals(3 * Vm.INFO_BYTES, stats.bytes());
        int[] expected = {child.value(), 8, 6, INIT_END + 3 * PAGE};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], number(child, table + 2 * Vm.INFO_BYTES + 4 * i));
        }
    }

    private int number(Endpoint process, int address) {
        int number = 0;
        for (int i = 3; i >= 0; i--) {
            number = number << 8 | machine.load(process, address + i);
        }
        return number;
    }

    @Test
    void asManyEntriesAreStoredAsFit() {
        assertEquals(
                new VmStats(VmMachine.FRAMES, FREE_AT_BOOT, Vm.INFO_BYTES),
                machine.ask(INIT, new VmInfo(PAGE, 2 * Vm.INFO_BYTES - 1)));
        assertEquals(
                new VmStats(VmMachine.FRAMES, FREE_AT_BOOT, 0),
                machine.ask(INIT, new VmInfo(0, Integer.MIN_VALUE)));
    }

    @Test
    void aReportIntoMemoryThatIsNotThereIsRefused() {
        assertEquals(Errno.EFAULT.status(), machine.status(INIT, new VmInfo(INIT_END - 1, 4096)));
        assertEquals(0, machine.segmentationFaults());
    }

    @Test
    void aBrkOfAServiceIsItsOwnAffair() {
        assertEquals(0, machine.status(INIT, new VmBrk(INIT_END + 1)));
        assertEquals(Errno.ESRCH.status(), machine.status(Endpoint.TTY, new VmBrk(INIT_END)));
    }

    // ---- Live update

    private int update(Endpoint caller, Endpoint source, Endpoint target, boolean rollback) {
        return machine.status(caller, new VmRsUpdate(source, target, rollback));
    }

    @Test
    void twoServicesThatChangePlacesTakeTheirMemoriesAlong() {
        Endpoint next = machine.fork(INIT, SLOT);
        machine.exec(next, 2 * PAGE);
        machine.store(next, HERE, 7);
        machine.store(INIT, HERE, 5);

        assertEquals(0, update(Endpoint.RS, next, INIT, false));

        assertEquals(7, machine.load(INIT, HERE));
        assertEquals(5, machine.load(next, HERE));
        assertTrue(machine.store(next, INIT_END - 1, 1));
        assertFalse(machine.store(INIT, INIT_END - 1, 1));
        machine.exit(next);
        assertEquals(FREE_AT_BOOT + VmMachine.INIT_PAGES - 2, machine.free());
    }

    @Test
    void whenTheKernelRefusesNothingHasChanged() {
        Endpoint next = machine.fork(INIT, SLOT);
        machine.store(next, HERE, 7);
        machine.sends(next);

        assertEquals(Errno.EBUSY.status(), update(Endpoint.RS, next, INIT, false));

        assertEquals(7, machine.load(next, HERE));
        assertTrue(machine.store(INIT, HERE, 5));
    }

    @Test
    void aSuccessorThatDiedOfItsMemoryGoesBackToo() {
        Endpoint next = machine.fork(INIT, SLOT);
        machine.store(next, HERE, 7);
        machine.hangs(INIT);

        assertEquals(0, update(Endpoint.RS, next, INIT, true));

        assertEquals(7, machine.load(INIT, HERE));
    }

    @Test
    void onlyRsHasServicesChangePlaces() {
        Endpoint next = machine.fork(INIT, SLOT);

        assertEquals(Errno.EPERM.status(), update(Endpoint.PM, next, INIT, false));
        assertEquals(Errno.EPERM.status(), update(INIT, next, INIT, false));
        assertEquals(Errno.ESRCH.status(), update(Endpoint.RS, Endpoint.of(SLOT, 9), INIT, false));
        assertEquals(List.of(), machine.traps.requests(Update.class));
    }
}

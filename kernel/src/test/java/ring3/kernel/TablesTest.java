package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.must;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelRequest.Getinfo;
import ring3.syslib.KernelRequest.Irqctl;
import ring3.syslib.Privilege;
import ring3.syslib.SysCall;
import ring3.syslib.Syslib;
import ring3.syslib.Trap;

/// The tables of SYS_GETINFO, number by number.
class TablesTest {
    private static final int BUFFER = 0x2000;
    private static final int ROOM = 0x6000;

    private final TestMachine machine = new TestMachine();
    private final Member caller = machine.service("caller").scheduled(8, 200);
    private final Member driver = machine.service("driver");
    private final List<Integer> numbers = new ArrayList<>();

    /// The 32-bit numbers of a table.
    private void reads(int what) {
        caller.runs(sys -> {
            int bytes = (int) sys.value(new Getinfo(what, BUFFER, ROOM));
            for (int at = BUFFER; at < BUFFER + bytes; at += 4) {
                numbers.add(sys.memory().getInt(at));
            }
        });
        machine.run();
    }

    @Test
    void machineTellsItsMemorySlotsAndTicks() {
        reads(KernelInfo.KINFO);

        int used = 256 + 3 + 3 * 9;
        assertEquals(4 * numbers.size(), KernelInfo.MACHINE_BYTES);
        assertEquals(1_024, numbers.get(0));
        assertTrue(numbers.get(1) >= used && numbers.get(1) < used + 6, "free from " + numbers);
        assertEquals(256, numbers.get(2));
        assertEquals(60, numbers.get(3));
    }

    @Test
    void clockTicksInASecondAreTheValueItself() {
        caller.runs(sys -> numbers.add((int) sys.value(new Getinfo(KernelInfo.HZ, 0, 0))));
        machine.run();

        assertEquals(List.of(60), numbers);
    }

    @Test
    void hooksInUseAreListed() {
        driver.runs(sys -> {
            sys.irqSetPolicy(5, 0, 3);
            int hook = sys.irqSetPolicy(7, Irqctl.REENABLE, 4);
            must(sys, new Irqctl(Irqctl.DISABLE, 0, 0, hook));
        });
        reads(KernelInfo.IRQHOOKS);

        int owner = driver.endpoint().value();
        assertEquals(List.of(owner, 5, 3, 0, owner, 7, 4, 1), numbers);
    }

    @Test
    void noHooksAreAnEmptyTable() {
        reads(KernelInfo.IRQHOOKS);
        assertEquals(List.of(), numbers);
    }

    @Test
    void privilegesInUseAreListed() {
        Rights rights = Rights.ALL.traps(Trap.SEND, Trap.RECEIVE).calls(SysCall.SYS_TIMES);
        driver.rights(rights.sendTo(Privilege.ipcBit(Endpoint.RS)));
        driver.runs(sys -> sys.receive(Endpoint.RS));
        machine.service("pm", Endpoint.PM).runs(sys -> sys.notify(caller.endpoint()));
        reads(KernelInfo.PRIVTAB);

        int entry = KernelInfo.PRIV_BYTES / 4;
        assertEquals(0, numbers.size() % entry);
        List<Integer> mine = List.of();
        for (int i = 0; i < numbers.size(); i += entry) {
            if (numbers.get(i + 1) == driver.endpoint().value()) {
                mine = numbers.subList(i, i + entry);
            }
        }
        assertEquals(18, mine.get(0), "the second of the free ids");
        assertEquals(driver.rights().privilege().flags(), mine.get(2));
        assertEquals(Trap.SEND.bit() | Trap.RECEIVE.bit(), mine.get(3));
        assertEquals(SysCall.SYS_TIMES.bit(), mine.get(4) | (long) mine.get(5) << 32);
        assertTrue((mine.get(6) & Privilege.ipcBit(Endpoint.RS)) != 0);
        assertEquals(5 + 1, numbers.get(5 * entry) + 1, "pm follows the kernel tasks");
    }

    @Test
    void imageTellsWhereTheMemoryOfEachModuleIs() {
        reads(KernelInfo.IMAGE);

        int entry = KernelInfo.MODULE_BYTES / 4;
        assertEquals(3 * entry, numbers.size());
        for (int i = 0; i < 3; i++) {
            int at = i * entry;
            int length = List.of(2, 6, 6).get(i);
            assertEquals((256 + i) * 0x1000, numbers.get(at + KernelInfo.MODULE_ADDRESS / 4));
            assertEquals(length, numbers.get(at + KernelInfo.MODULE_LENGTH / 4));
            assertEquals(0x8000, numbers.get(at + KernelInfo.MODULE_MEMORY / 4));
            assertEquals(
                    (259 + i * 9) * 0x1000, numbers.get(at + KernelInfo.MODULE_PAGES_ADDRESS / 4));
            assertEquals(9, numbers.get(at + KernelInfo.MODULE_PAGES / 4));
        }
    }

    @Test
    void processTellsItsFlagsAndMemory() {
        driver.scheduled(5, 77).runs(Syslib::receive);
        reads(KernelInfo.PROCTAB);

        int entry = KernelInfo.PROC_BYTES / 4;
        assertEquals(0, numbers.size() % entry);
        int last = numbers.size() - entry;
        assertEquals(driver.endpoint().value(), numbers.get(last + KernelInfo.PROC_ENDPOINT / 4));
        assertEquals(0x8, numbers.get(last + KernelInfo.PROC_FLAGS / 4), "RECEIVING");
        assertEquals(Endpoint.ANY.value(), numbers.get(last + KernelInfo.PROC_PARTNER / 4));
        assertEquals(5, numbers.get(last + KernelInfo.PROC_PRIORITY / 4));
        assertEquals(77, numbers.get(last + KernelInfo.PROC_QUANTUM / 4));
        assertEquals(9 * 0x1000, numbers.get(last + KernelInfo.PROC_MEMORY / 4));
    }

    @Test
    void tableThatJustFitsIsCopied() {
        caller.runs(sys -> {
            numbers.add(sys.status(new Getinfo(KernelInfo.KINFO, BUFFER, 15)));
            numbers.add(sys.status(new Getinfo(KernelInfo.KINFO, BUFFER, 16)));
            numbers.add(sys.status(new Getinfo(KernelInfo.KINFO, sys.startup().heapEnd(), 16)));
        });
        machine.run();

        assertEquals(List.of(Errno.E2BIG.status(), 0, Errno.EFAULT.status()), numbers);
    }
}

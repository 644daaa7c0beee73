package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.Rule;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Physcopy;
import ring3.syslib.KernelRequest.Vircopy;
import ring3.syslib.Memory;
import ring3.syslib.Privilege.Range;
import ring3.syslib.Syslib;

/// Memory of processes and copies between them (minix: kernel/system/do_copy.c, do_vmctl.c).
class MemoryTest {
    private static final int EFAULT = Errno.EFAULT.status();
    private static final int EINVAL = Errno.EINVAL.status();
    private static final int SCREEN = 0xb8000;
    private static final int NOWHERE = 0x7fff_f000;

    private final TestMachine machine = new TestMachine();
    private final Member a = machine.service("a");
    private final Member b = machine.service("b");
    private final List<Integer> status = new ArrayList<>();
    private final List<Integer> seen = new ArrayList<>();

    private static int heap(Syslib sys) {
        return sys.startup().heapStart();
    }

    // ---- The memory of a process

    @Test
    void numbersAreLittleEndianAndMayLieAcrossTwoPages() {
        a.runs(sys -> {
            Memory memory = sys.memory();
            for (int address : new int[] {0x2000, 0x2ffd}) {
                memory.putLong(address, 0x1122_3344_5566_7788L);
                seen.add(memory.getByte(address));
                seen.add(memory.getShort(address + 1));
                seen.add(memory.getInt(address + 4));
                seen.add((int) (memory.getLong(address) >>> 32));
            }
        });
        machine.run();

        List<Integer> expected = List.of(0x88, 0x6677, 0x1122_3344, 0x1122_3344);
        assertEquals(expected, seen.subList(0, 4));
        assertEquals(expected, seen.subList(4, 8));
    }

    @Test
    void bytesAreFilledMovedAndCopied() {
        a.runs(sys -> {
            Memory memory = sys.memory();
            memory.fill(0x2ffe, 4, 0x5a);
            memory.put(0x3000, new byte[] {0, 1, 2, 3}, 1, 3);
            memory.move(0x2ffe, 0x2fff, 5);
            byte[] bytes = new byte[6];
            memory.get(0x2ffe, bytes, 0, 6);
            for (byte value : bytes) {
                seen.add((int) value);
            }
        });
        machine.run();

        assertEquals(List.of(0x5a, 0x5a, 0x5a, 1, 2, 3), seen);
    }

    @Test
    void everyProcessHasItsOwnMemory() {
        for (Member member : List.of(a, b)) {
            member.runs(sys -> {
                sys.memory().putInt(heap(sys), member == a ? 1 : 2);
                pause(sys, 1);
                seen.add(sys.memory().getInt(heap(sys)));
            });
        }
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(1, 2), seen);
    }

    // ---- SYS_VIRCOPY

    @Test
    void trustedProcessCopiesBetweenAnyTwo() {
        a.runs(sys -> sys.memory().putInt(0x2ffe, 42));
        b.scheduled(8, 200)
                .runs(sys -> {
                    status.add(sys.copyFrom(a.endpoint(), 0x2ffe, 0x3fff, 4));
                    seen.add(sys.memory().getInt(0x3fff));
                    status.add(sys.copyTo(a.endpoint(), 0x2000, 0x3fff, 4));
                    status.add(sys.copyFrom(a.endpoint(), 0x2000, 0x2000, 4));
                    seen.add(sys.memory().getInt(0x2000));
                });
        machine.run();

        assertEquals(List.of(0, 0, 0), status);
        assertEquals(List.of(42, 42), seen);
    }

    @Test
    void copyWithinOneProcessMayOverlap() {
        a.runs(sys -> {
            sys.memory().putInt(0x2000, 0x0403_0201);
            Endpoint self = Endpoint.SELF;
            status.add(sys.status(new Vircopy(self, 0x2000, self, 0x2001, 4)));
            seen.add(sys.memory().getInt(0x2001));
        });
        machine.run();

        assertEquals(List.of(0), status);
        assertEquals(List.of(0x0403_0201), seen);
    }

    @Test
    void copyToOrFromNowhereChangesNothing() {
        a.runs(sys -> {
            sys.memory().putInt(0x2000, 7);
            status.add(sys.copyFrom(b.endpoint(), NOWHERE, 0x2000, 4));
            status.add(sys.copyFrom(b.endpoint(), 0x2000, NOWHERE, 4));
            status.add(sys.copyFrom(b.endpoint(), 0x2000, 0x2000, -4));
            status.add(sys.copyFrom(Endpoint.of(99, 9), 0x2000, 0x2000, 4));
            status.add(sys.copyFrom(Endpoint.SYSTEM, 0x2000, 0x2000, 4));
            int almostTheEnd = sys.startup().heapEnd() - 2;
            status.add(sys.copyFrom(b.endpoint(), almostTheEnd, 0x2000, 4));
            seen.add(sys.memory().getInt(0x2000));
        });
        machine.run();

        assertEquals(List.of(EFAULT, EFAULT, EFAULT, EINVAL, EINVAL, EFAULT), status);
        assertEquals(List.of(7), seen);
    }

    // ---- SYS_PHYSCOPY

    private static Physcopy toScreen(int address, int offset, int bytes) {
        return new Physcopy(Endpoint.SELF, address, Endpoint.NONE, SCREEN + offset, bytes);
    }

    private static Physcopy fromScreen(int address, int offset, int bytes) {
        return new Physcopy(Endpoint.NONE, SCREEN + offset, Endpoint.SELF, address, bytes);
    }

    @Test
    void physicalMemoryIsWrittenAndRead() {
        a.runs(sys -> {
            sys.memory().putInt(0x2000, 0x0742_0741);
            status.add(sys.status(toScreen(0x2000, 0xffe, 4)));
            status.add(sys.status(fromScreen(0x2004, 0xffe, 4)));
            seen.add(sys.memory().getInt(0x2004));
        });
        machine.run();

        assertEquals(List.of(0, 0), status);
        assertEquals(List.of(0x0742_0741), seen);
        assertEquals(0x41, machine.computer().memory().read(SCREEN + 0xffe, 1));
    }

    @Test
    void physicalMemoryOutsideThePrivilegesIsRefused() {
        a.rights(Rights.ALL.memory(new Range(SCREEN, SCREEN + 7)))
                .runs(sys -> {
                    sys.memory().putInt(0x2000, 0x0742_0741);
                    status.add(sys.status(toScreen(0x2000, 8, 1)));
                    status.add(sys.status(toScreen(0x2000, 6, 4)));
                    status.add(sys.status(fromScreen(0x2000, -1, 4)));
                    status.add(sys.status(toScreen(0x2000, 4, 4)));
                    seen.add(sys.memory().getInt(0x2000));
                });
        machine.run();

        int denied = Errno.EPERM.status();
        assertEquals(List.of(denied, denied, denied, 0), status);
        assertEquals(List.of(0x0742_0741), seen);
        assertEquals(0, machine.computer().memory().read(SCREEN + 8, 1));
        assertEquals(Rule.MEMORY_RANGE, machine.events(KernelCallRefused.class).getFirst().rule());
    }

    @Test
    void physicalCopiesThatMakeNoSenseAreRefused() {
        a.runs(sys -> {
            Endpoint none = Endpoint.NONE;
            Endpoint self = Endpoint.SELF;
            status.add(sys.status(new Physcopy(none, SCREEN, self, 0x2000, -1)));
            status.add(sys.status(new Physcopy(none, 0x7fff_fff0, self, 0x2000, 4)));
            status.add(sys.status(new Physcopy(none, SCREEN, self, NOWHERE, 4)));
            status.add(sys.status(new Physcopy(self, NOWHERE, none, SCREEN, 4)));
        });
        machine.run();

        assertEquals(List.of(EINVAL, EFAULT, EFAULT, EFAULT), status);
        assertTrue(machine.computer().memory().read(SCREEN, 1) == 0);
    }
}

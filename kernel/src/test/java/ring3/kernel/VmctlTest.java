package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.Rule;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.hardware.AddressSpace;
import ring3.hardware.PhysicalMemory;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelRequest.Getinfo;
import ring3.syslib.KernelRequest.Vmctl;
import ring3.syslib.Syslib;

/// SYS_VMCTL: who maps memory decides which frames a process sees, and whether it may write there.
class VmctlTest {
    private static final int PAGE = PhysicalMemory.FRAME_BYTES;

    /// An address where no process has memory of its own.
    private static final int HIGH = 0x40_0000;

    private static final int EINVAL = Errno.EINVAL.status();

    private final TestMachine machine = new TestMachine();
    private final Member a = machine.service("a");
    private final Member b = machine.service("b");
    private final List<Integer> status = new ArrayList<>();
    private final List<Integer> seen = new ArrayList<>();

    /// The first frame that nobody uses.
    private static int free(Syslib sys) {
        int table = sys.allocate(KernelInfo.MACHINE_BYTES);
        must(sys, new Getinfo(KernelInfo.KINFO, table, KernelInfo.MACHINE_BYTES));
        return sys.memory().getInt(table + 4);
    }

    private static Vmctl map(Endpoint target, int address, int frame, int pages) {
        return new Vmctl(target, Vmctl.MAP, address, frame, pages, 1);
    }

    private static Vmctl mapToRead(Endpoint target, int address, int frame) {
        return new Vmctl(target, Vmctl.MAP, address, frame, 1, 0);
    }

    private static Vmctl unmap(Endpoint target, int address, int pages) {
        return new Vmctl(target, Vmctl.UNMAP, address, 0, pages, 0);
    }

    private static Vmctl control(Endpoint target, int request) {
        return new Vmctl(target, request, 0, 0, 0, 0);
    }

    private ProcessSnapshot snapshot(Member member) {
        ProcessSnapshot snapshot = machine.kernel().snapshot().process(member.endpoint());
        assertNotNull(snapshot);
        return snapshot;
    }

    @Test
    void frameThatTwoProcessesHaveIsMemoryOfBoth() {
        a.runs(sys -> {
            int frame = free(sys);
            must(sys, map(Endpoint.SELF, HIGH, frame, 1));
            must(sys, map(b.endpoint(), HIGH + PAGE, frame, 1));
            sys.memory().putInt(HIGH, 7);
            pause(sys, 2);
            seen.add(sys.memory().getInt(HIGH + 4));
        });
        b.runs(sys -> {
            pause(sys, 1);
            seen.add(sys.memory().getInt(HIGH + PAGE));
            sys.memory().putInt(HIGH + PAGE + 4, 8);
        });
        final int before = snapshot(b).memoryBytes();
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(7, 8), seen);
        assertEquals(before + PAGE, snapshot(b).memoryBytes());
    }

    @Test
    void framesOfOneMappingFollowEachOther() {
        a.runs(sys -> {
            int frame = free(sys);
            must(sys, map(Endpoint.SELF, HIGH, frame, 3));
            sys.memory().putInt(HIGH + PAGE - 2, 0x0403_0201);
            sys.memory().putByte(HIGH + 3 * PAGE - 1, 5);
            seen.add(frame);
        });
        machine.run();

        PhysicalMemory memory = machine.computer().memory();
        int at = seen.getFirst() * PAGE;
        assertEquals(0x0403_0201, memory.read(at + PAGE - 2, 2) | memory.read(at + PAGE, 2) << 16);
        assertEquals(5, memory.read(at + 3 * PAGE - 1, 1));
    }

    @Test
    void whatIsMappedToBeReadIsReadAndNotWritten() {
        machine.expectFaults();
        a.runs(sys -> {
            int frame = free(sys);
            must(sys, mapToRead(b.endpoint(), HIGH, frame));
            must(sys, map(Endpoint.SELF, HIGH, frame, 1));
            sys.memory().putInt(HIGH, 9);
            status.add(sys.copyFrom(b.endpoint(), HIGH, HIGH + 8, 4));
            status.add(sys.copyTo(b.endpoint(), HIGH, HIGH + 4, 4));
            seen.add(sys.memory().getInt(HIGH));
        });
        b.runs(sys -> {
            pause(sys, 1);
            seen.add(sys.memory().getInt(HIGH));
            sys.memory().putByte(HIGH + 3, 1);
            seen.add(-1);
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(0, Errno.EFAULT.status()), status);
        assertEquals(List.of(9, 9), seen);
        ExceptionRaised fault = machine.events(ExceptionRaised.class).getFirst();
        assertEquals("page fault at 0x400003", fault.cause());
        assertEquals(b.endpoint(), fault.process());
    }

    @Test
    void mappingTakesThePlaceOfWhatWasThere() {
        a.runs(sys -> {
            int frame = free(sys);
            must(sys, map(Endpoint.SELF, HIGH, frame, 1));
            sys.memory().putInt(HIGH, 1);
            must(sys, map(Endpoint.SELF, HIGH, frame + 1, 1));
            seen.add(sys.memory().getInt(HIGH));
            must(sys, map(Endpoint.SELF, HIGH, frame, 1));
            seen.add(sys.memory().getInt(HIGH));
        });
        final int before = snapshot(a).memoryBytes();
        machine.run();

        assertEquals(List.of(0, 1), seen);
        assertEquals(before + PAGE, snapshot(a).memoryBytes());
    }

    @Test
    void onlyThePagesThatAreNamedAreTakenAway() {
        a.runs(sys -> {
            must(sys, map(Endpoint.SELF, HIGH, free(sys), 4));
            must(sys, unmap(Endpoint.SELF, HIGH + PAGE, 2));
            for (int page = 0; page < 4; page++) {
                int at = HIGH + page * PAGE;
                status.add(sys.copyTo(Endpoint.SELF, at, sys.startup().heapStart(), 4));
            }
            must(sys, unmap(Endpoint.SELF, HIGH - 4 * PAGE, 5));
            status.add(sys.copyTo(Endpoint.SELF, HIGH, sys.startup().heapStart(), 4));
        });
        machine.run();

        int missing = Errno.EFAULT.status();
        assertEquals(List.of(0, missing, missing, 0, missing), status);
    }

    @Test
    void addressZeroTakesAllAway() {
        machine.expectFaults();
        b.runs(sys -> {
            pause(sys, 1);
            seen.add(sys.memory().getInt(sys.startup().heapStart()));
        });
        a.runs(sys -> {
            must(sys, map(b.endpoint(), HIGH, free(sys), 1));
            must(sys, unmap(b.endpoint(), 0, 0));
            status.add(sys.copyFrom(b.endpoint(), HIGH, sys.startup().heapStart(), 1));
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(Errno.EFAULT.status()), status);
        assertEquals(0, snapshot(b).memoryBytes());
        assertEquals(List.of(), seen);
    }

    @Test
    void mappingsThatMakeNoSenseAreRefusedAndNothingIsLost() {
        Endpoint self = Endpoint.SELF;
        int all = machine.computer().memory().frames();
        int last = AddressSpace.END - PAGE;
        a.runs(sys -> {
            int frame = free(sys);
            sys.memory().putInt(sys.startup().heapStart(), 7);
            int own = sys.startup().heapStart() & -PAGE;
            for (Vmctl request :
                    List.of(
                            map(self, 0, frame, 1),
                            map(self, own + 4, frame, 1),
                            map(self, -PAGE, frame, 1),
                            map(self, own, 255, 1),
                            map(self, own, -1, 1),
                            map(self, own, all, 1),
                            map(self, own, all - 1, 2),
                            map(self, own, frame, -1),
                            map(self, own, frame, all + 1),
                            map(self, own, frame, Integer.MAX_VALUE),
                            map(self, AddressSpace.END, frame, 1),
                            map(self, last, frame, 2),
                            unmap(self, own + 4, 1),
                            unmap(self, -PAGE, 1),
                            unmap(self, last, 2),
                            unmap(self, own, -1),
                            map(Endpoint.CLOCK, own, frame, 1),
                            map(Endpoint.of(99, 9), own, frame, 1),
                            control(self, 9),
                            control(b.endpoint(), Vmctl.MEMORY_REPLY))) {
                status.add(sys.status(request) - EINVAL);
            }
            seen.add(sys.memory().getInt(sys.startup().heapStart()));
            status.add(sys.status(control(self, Vmctl.MEMORY_GET)) - Errno.ESRCH.status());
        });
        final int before = snapshot(a).memoryBytes();
        machine.run();

        assertEquals(java.util.Collections.nCopies(21, 0), status);
        assertEquals(List.of(7), seen);
        assertEquals(before, snapshot(a).memoryBytes());
        assertEquals(Rule.NOBODY_WAITS, machine.events(KernelCallRefused.class).getLast().rule());
    }

    @Test
    void mappingsAtTheEdgesAreAllowed() {
        int all = machine.computer().memory().frames();
        a.runs(sys -> {
            status.add(sys.status(map(b.endpoint(), AddressSpace.END - PAGE, all - 1, 1)));
            status.add(sys.status(map(b.endpoint(), AddressSpace.BASE, 256, 1)));
            status.add(sys.status(map(b.endpoint(), HIGH, 256, 0)));
            sys.memory().putInt(sys.startup().heapStart(), 3);
            int end = AddressSpace.END - 4;
            status.add(sys.copyTo(b.endpoint(), end, sys.startup().heapStart(), 4));
            status.add(sys.copyTo(b.endpoint(), end + 1, sys.startup().heapStart(), 4));
        });
        machine.run();

        assertEquals(List.of(0, 0, 0, 0, Errno.EFAULT.status()), status);
        assertEquals(3, machine.computer().memory().read(all * PAGE - 4, 1));
    }

    @Test
    void processWhoseMemoryIsChangedDoesNotRun() {
        b.runs(sys -> {
            for (int i = 0; i < 4; i++) {
                pause(sys, 1);
                seen.add(i);
            }
        });
        a.runs(sys -> {
            pause(sys, 2);
            status.add(sys.status(control(b.endpoint(), Vmctl.INHIBIT_SET)));
            pause(sys, 4);
            seen.add(99);
            status.add(sys.status(control(b.endpoint(), Vmctl.INHIBIT_CLEAR)));
            status.add(sys.status(control(b.endpoint(), Vmctl.BOOT_INHIBIT_CLEAR)));
        });
        machine.run(10 * TestMachine.TICK);

        assertEquals(List.of(0, 0, 0), status);
        assertEquals(List.of(0, 99, 1, 2, 3), seen);
    }
}

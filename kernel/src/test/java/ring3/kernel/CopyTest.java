package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.GrantRefused;
import ring3.events.KernelEvent.GrantUsed;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.Rule;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.KernelRequest.Memset;
import ring3.syslib.KernelRequest.Safememset;
import ring3.syslib.KernelRequest.Vsafecopy;
import ring3.syslib.Privilege.Range;
import ring3.syslib.Syslib;

/// SYS_MEMSET, SYS_SAFEMEMSET and SYS_VSAFECOPY.
class CopyTest {
    private static final int BUFFER = 0x2000;
    private static final int VECTOR = 0x3000;
    private static final int FRAME = 0x20_0000;
    private static final int NOWHERE = 0x7fff_f000;
    private static final int EINVAL = Errno.EINVAL.status();
    private static final int EFAULT = Errno.EFAULT.status();
    private static final int EPERM = Errno.EPERM.status();

    private final TestMachine machine = new TestMachine();
    private final Member granter = machine.service("granter");
    private final Member user = machine.service("user").scheduled(8, 200);
    private final List<Integer> status = new ArrayList<>();
    private final List<Integer> seen = new ArrayList<>();
    private int readable;
    private int writable;

    // ---- SYS_MEMSET

    @Test
    void memoryOfAProcessIsFilled() {
        user.runs(sys -> {
            sys.memory().putLong(BUFFER, -1);
            status.add(sys.status(new Memset(Endpoint.SELF, BUFFER + 1, 3, 0x1234)));
            status.add(sys.status(new Memset(granter.endpoint(), BUFFER, 4, 0x56)));
            seen.add(sys.memory().getInt(BUFFER));
            seen.add(sys.memory().getInt(BUFFER + 4));
            sys.copyFrom(granter.endpoint(), BUFFER, BUFFER, 4);
            seen.add(sys.memory().getInt(BUFFER));
        });
        machine.run();

        assertEquals(List.of(0, 0), status);
        assertEquals(List.of(0x343434ff, -1, 0x56565656), seen);
    }

    @Test
    void physicalMemoryIsFilledAcrossFrames() {
        user.runs(sys -> status.add(sys.status(new Memset(Endpoint.NONE, FRAME + 0xffe, 4, 0xab))));
        machine.run();

        assertEquals(List.of(0), status);
        assertEquals(0xab00, machine.computer().memory().read(FRAME + 0xffd, 2));
        assertEquals(0xabab, machine.computer().memory().read(FRAME + 0x1000, 2));
        assertEquals(0, machine.computer().memory().read(FRAME + 0x1002, 2));
    }

    @Test
    void physicalMemoryOutsideThePrivilegesIsNotFilled() {
        user.rights(Rights.ALL.memory(new Range(FRAME, FRAME + 7)))
                .runs(sys -> {
                    status.add(sys.status(new Memset(Endpoint.NONE, FRAME + 4, 5, 1)));
                    status.add(sys.status(new Memset(Endpoint.NONE, FRAME - 1, 2, 1)));
                    status.add(sys.status(new Memset(Endpoint.NONE, FRAME + 4, 4, 1)));
                });
        machine.run();

        assertEquals(List.of(EPERM, EPERM, 0), status);
        assertEquals(Rule.MEMORY_RANGE, machine.events(KernelCallRefused.class).getFirst().rule());
        assertEquals(0, machine.computer().memory().read(FRAME - 1, 1));
        assertEquals(0, machine.computer().memory().read(FRAME + 8, 1));
    }

    @Test
    void fillsThatMakeNoSenseAreRefused() {
        int end = machine.computer().memory().frames() * 0x1000;
        user.runs(sys -> {
            status.add(sys.status(new Memset(Endpoint.of(99, 9), BUFFER, 4, 1)));
            status.add(sys.status(new Memset(Endpoint.CLOCK, BUFFER, 4, 1)));
            status.add(sys.status(new Memset(Endpoint.SELF, NOWHERE, 4, 1)));
            status.add(sys.status(new Memset(Endpoint.SELF, BUFFER, -1, 1)));
            status.add(sys.status(new Memset(Endpoint.SELF, BUFFER, Integer.MAX_VALUE, 1)));
            status.add(sys.status(new Memset(Endpoint.NONE, FRAME, -1, 1)));
            status.add(sys.status(new Memset(Endpoint.NONE, end - 3, 4, 1)));
            status.add(sys.status(new Memset(Endpoint.NONE, -4, 4, 1)));
            status.add(sys.status(new Memset(Endpoint.NONE, end - 4, 4, 1)));
            seen.add(sys.memory().getInt(BUFFER));
        });
        machine.run();

        assertEquals(
                List.of(EINVAL, EINVAL, EFAULT, EFAULT, EFAULT, EINVAL, EFAULT, EFAULT, 0), status);
        assertEquals(List.of(0), seen);
    }

    // ---- Grants

    private void grants() {
        granter.runs(sys -> {
            sys.memory().putLong(BUFFER, 0x0807_0605_0403_0201L);
            sys.memory().putLong(BUFFER + 8, -1);
            readable = sys.grants().direct(user.endpoint(), BUFFER, 8, GrantTable.READ);
            writable = sys.grants().direct(user.endpoint(), BUFFER + 8, 8, GrantTable.WRITE);
            pause(sys, 1);
            seen.add(sys.memory().getInt(BUFFER + 8));
            seen.add(sys.memory().getInt(BUFFER + 12));
        });
    }

    private Safememset fill(int grant, int offset, int bytes) {
        return new Safememset(granter.endpoint(), grant, offset, bytes, 0x3412);
    }

    @Test
    void writeGrantIsFilled() {
        grants();
        user.runs(sys -> status.add(sys.status(fill(writable, 2, 4))));
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(0), status);
        assertEquals(List.of(0x1212ffff, 0xffff1212), seen);
        GrantUsed used = machine.events(GrantUsed.class).getFirst();
        assertEquals(4, used.bytes());
        assertTrue(used.write());
    }

    @Test
    void grantThatIsReadOnlyTooShortOrNoneIsNotFilled() {
        grants();
        user.runs(sys -> {
            status.add(sys.status(fill(readable, 0, 1)));
            status.add(sys.status(fill(writable, 5, 4)));
            status.add(sys.status(fill(writable, -1, 4)));
            status.add(sys.status(fill(writable, 0, -1)));
            status.add(sys.status(fill(writable + 99, 0, 4)));
            status.add(sys.status(new Safememset(Endpoint.of(99, 9), writable, 0, 4, 1)));
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(EPERM, EPERM, EPERM, EPERM, EPERM, EINVAL), status);
        assertEquals(List.of(-1, -1), seen);
        assertEquals(Rule.GRANT_ACCESS, machine.events(GrantRefused.class).getFirst().rule());
    }

    private void element(Syslib sys, int index, boolean toGrant, int grant, int... rest) {
        int at = VECTOR + index * Vsafecopy.ELEMENT_BYTES;
        Endpoint self = Endpoint.SELF;
        sys.memory().putInt(at, (toGrant ? self : granter.endpoint()).value());
        sys.memory().putInt(at + 4, (toGrant ? granter.endpoint() : self).value());
        sys.memory().putInt(at + 8, grant);
        for (int i = 0; i < 3; i++) {
            sys.memory().putInt(at + 12 + 4 * i, rest[i]);
        }
    }

    @Test
    void copiesOfAVectorAreMadeInOrder() {
        grants();
        user.runs(sys -> {
            element(sys, 0, false, readable, 1, BUFFER, 4);
            element(sys, 1, true, writable, 0, BUFFER + 1, 3);
            status.add(sys.status(new Vsafecopy(VECTOR, 2)));
            status.add(sys.memory().getInt(BUFFER));
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(0, 0x05040302), status);
        assertEquals(List.of(0xff050403, -1), seen);
        assertEquals(
                List.of(false, true),
                machine.events(GrantUsed.class).stream().map(GrantUsed::write).toList());
    }

    @Test
    void vectorEndsAtTheFirstCopyThatFails() {
        grants();
        user.runs(sys -> {
            element(sys, 0, true, writable, 0, BUFFER, 2);
            element(sys, 1, true, readable, 0, BUFFER, 2);
            element(sys, 2, true, writable, 4, BUFFER, 2);
            status.add(sys.status(new Vsafecopy(VECTOR, 3)));
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(EPERM), status);
        assertEquals(List.of(0xffff0000, -1), seen);
    }

    @Test
    void vectorsThatMakeNoSenseAreRefused() {
        grants();
        user.runs(sys -> {
            element(sys, 0, true, writable, 0, BUFFER, 2);
            status.add(sys.status(new Vsafecopy(VECTOR, -1)));
            status.add(sys.status(new Vsafecopy(VECTOR, Vsafecopy.ELEMENTS_MAX + 1)));
            status.add(sys.status(new Vsafecopy(NOWHERE, 1)));
            sys.memory().putInt(VECTOR, granter.endpoint().value());
            status.add(sys.status(new Vsafecopy(VECTOR, 1)));
            status.add(sys.status(new Vsafecopy(VECTOR, 0)));
            status.add(sys.status(new Vsafecopy(NOWHERE, 0)));
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(EINVAL, EINVAL, EFAULT, EINVAL, 0, 0), status);
        assertEquals(List.of(-1, -1), seen);
    }

    @Test
    void longestVectorIsWorkedOff() {
        grants();
        user.runs(sys -> {
            for (int i = 0; i < Vsafecopy.ELEMENTS_MAX; i++) {
                element(sys, i, true, writable, i % 8, BUFFER, 1);
            }
            status.add(sys.status(new Vsafecopy(VECTOR, Vsafecopy.ELEMENTS_MAX)));
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(0), status);
        assertEquals(List.of(0, 0), seen);
        assertEquals(Vsafecopy.ELEMENTS_MAX, machine.events(GrantUsed.class).size());
    }
}

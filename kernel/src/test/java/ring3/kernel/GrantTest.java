package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
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
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Setgrant;
import ring3.syslib.Privilege;
import ring3.syslib.Syslib;

/// Grants: limited access to the memory of others (minix: kernel/system/do_safecopy.c). A granter
/// has 16 bytes, 1 to 16; a user holds 0xee bytes; each test lets the user try something at tick 1.
class GrantTest {
    private static final int EPERM = Errno.EPERM.status();
    private static final int EINVAL = Errno.EINVAL.status();
    private static final int BYTES = 16;
    private static final int MINE = 0xee;

    private final TestMachine machine = new TestMachine();
    private final Member granter = machine.service("vfs", Endpoint.VFS);
    private final Member user = machine.service("user");
    private final Member third = machine.service("third");
    private final List<Integer> status = new ArrayList<>();
    private final List<Integer> granted = new ArrayList<>();
    private final List<Integer> held = new ArrayList<>();
    private int grant = GrantTable.INVALID;
    private int buffer;

    private static int buffer(Syslib sys, int first, int step) {
        int address = sys.allocate(BYTES);
        for (int i = 0; i < BYTES; i++) {
            sys.memory().putByte(address + i, first + i * step);
        }
        return address;
    }

    private static List<Integer> bytes(Syslib sys, int address) {
        List<Integer> bytes = new ArrayList<>();
        for (int i = 0; i < BYTES; i++) {
            bytes.add(sys.memory().getByte(address + i));
        }
        return bytes;
    }

    /// The granter makes a grant; at tick 2 it notes what its memory has become.
    private void grants(ToIntFunction<Syslib> make) {
        granter.runs(sys -> {
            buffer = buffer(sys, 1, 1);
            grant = make.applyAsInt(sys);
            pause(sys, 2);
            granted.addAll(bytes(sys, buffer));
        });
    }

    private void grantsDirectly(int access) {
        grants(sys -> sys.grants().direct(user.endpoint(), buffer, BYTES, access));
    }

    /// What the user tries with a buffer of its own.
    private interface Attempt {
        int with(Syslib sys, int ownBuffer);
    }

    private void tries(Member member, Attempt... attempts) {
        member.runs(sys -> {
            int own = buffer(sys, MINE, 0);
            pause(sys, 1);
            for (Attempt attempt : attempts) {
                status.add(attempt.with(sys, own));
            }
            held.addAll(bytes(sys, own));
        });
        machine.run(3 * TestMachine.TICK);
    }

    private int from(Syslib sys, int own, int offset, int length) {
        return sys.safeCopyFrom(granter.endpoint(), grant, offset, own, length);
    }

    private int to(Syslib sys, int own, int offset, int length) {
        return sys.safeCopyTo(granter.endpoint(), grant, offset, own, length);
    }

    private void assertRefused(int error, Rule rule) {
        assertEquals(List.of(error), status);
        assertUntouched();
        GrantRefused refused = machine.events(GrantRefused.class).getFirst();
        assertEquals(rule, refused.rule());
        assertEquals(error, refused.error().status());
        assertTrue(machine.events(GrantUsed.class).isEmpty());
    }

    private void assertUntouched() {
        for (int i = 0; i < BYTES; i++) {
            assertEquals(i + 1, granted.get(i), "byte " + i + " of the granter");
            assertEquals(MINE, held.get(i), "byte " + i + " of the user");
        }
    }

    // ---- Direct grants

    @Test
    void readGrantLetsTheGranteeCopyOut() {
        grantsDirectly(GrantTable.READ);
        tries(user, (sys, own) -> from(sys, own + 2, 4, 3));

        assertEquals(List.of(0), status);
        assertEquals(List.of(MINE, MINE, 5, 6, 7, MINE), held.subList(0, 6));
        GrantUsed used = machine.events(GrantUsed.class).getFirst();
        assertEquals(3, used.bytes());
        assertEquals(user.endpoint(), used.grantee());
    }

    @Test
    void writeGrantLetsTheGranteeCopyIn() {
        grantsDirectly(GrantTable.WRITE);
        tries(user, (sys, own) -> to(sys, own, 14, 2));

        assertEquals(List.of(0), status);
        assertEquals(List.of(13, 14, MINE, MINE), granted.subList(12, 16));
    }

    @Test
    void writeGrantIsNotReadAndReadGrantIsNotWritten() {
        grantsDirectly(GrantTable.WRITE);
        tries(user, (sys, own) -> from(sys, own, 0, 1));
        assertRefused(EPERM, Rule.GRANT_ACCESS);
    }

    @Test
    void readGrantIsNotWritten() {
        grantsDirectly(GrantTable.READ);
        tries(user, (sys, own) -> to(sys, own, 0, 1));
        assertRefused(EPERM, Rule.GRANT_ACCESS);
    }

    @Test
    void grantIsForItsGranteeAlone() {
        grantsDirectly(GrantTable.READ | GrantTable.WRITE);
        tries(third, (sys, own) -> to(sys, own, 0, 1));
        assertRefused(EPERM, Rule.GRANT_GRANTEE);
    }

    @Test
    void grantForAnybodyIsForAnybody() {
        grants(sys -> sys.grants().direct(Endpoint.ANY, buffer, BYTES, GrantTable.READ));
        tries(third, (sys, own) -> from(sys, own, 0, BYTES));

        assertEquals(List.of(0), status);
        assertEquals(granted, held);
    }

    @Test
    void accessBeyondTheEndIsRefused() {
        grantsDirectly(GrantTable.READ);
        tries(user, (sys, own) -> from(sys, own, 1, BYTES));
        assertRefused(EPERM, Rule.GRANT_RANGE);
    }

    @Test
    void offsetsAndLengthsThatWrapAroundAreRefused() {
        grantsDirectly(GrantTable.READ);
        tries(
                user,
                (sys, own) -> from(sys, own, -1, 4),
                (sys, own) -> from(sys, own, Integer.MAX_VALUE, 4),
                (sys, own) -> from(sys, own, 4, Integer.MAX_VALUE),
                (sys, own) -> from(sys, own, 4, -1));

        assertEquals(List.of(EPERM, EPERM, EPERM, EPERM), status);
        assertUntouched();
    }

    @Test
    void nothingAtAllMayBeCopiedAnywhere() {
        grantsDirectly(GrantTable.READ | GrantTable.WRITE);
        tries(
                user,
                (sys, own) -> from(sys, own, BYTES, 0),
                (sys, _) -> from(sys, 0x7fff_f000, 0, 0),
                (sys, _) -> to(sys, 0, 0, 0));

        assertEquals(List.of(0, 0, 0), status);
        assertUntouched();
    }

    @Test
    void memoryThatTheGranterDoesNotHaveIsNotGranted() {
        grants(sys -> sys.grants().direct(user.endpoint(), 0, BYTES, GrantTable.READ));
        tries(user, (sys, own) -> from(sys, own, 0, 1));

        assertEquals(List.of(Errno.EFAULT.status()), status);
        assertUntouched();
        assertEquals(Rule.BAD_ADDRESS, machine.events(KernelCallRefused.class).getFirst().rule());
        assertTrue(machine.events(GrantUsed.class).isEmpty());
    }

    @Test
    void memoryThatTheGranteeDoesNotHaveIsNotFilled() {
        grantsDirectly(GrantTable.READ);
        tries(user, (sys, _) -> from(sys, 0x7fff_f000, 0, 1));

        assertEquals(List.of(Errno.EFAULT.status()), status);
        assertUntouched();
    }

    // ---- Ids

    @Test
    void revokedGrantNeverWorksAgainEvenWhenItsPlaceIsTakenAgain() {
        grants(sys -> {
            GrantTable table = sys.grants();
            int old = table.direct(user.endpoint(), buffer, BYTES, GrantTable.READ);
            table.revoke(old);
            for (int i = 0; i < 256; i++) {
                table.direct(user.endpoint(), buffer, BYTES, GrantTable.READ);
            }
            return old;
        });
        tries(user, (sys, own) -> from(sys, own, 0, 1));
        assertRefused(EPERM, Rule.GRANT_UNKNOWN);
    }

    @Test
    void numbersThatAreNoGrantAreRefused() {
        grantsDirectly(GrantTable.READ);
        Endpoint granterName = granter.endpoint();
        tries(
                user,
                (sys, own) -> sys.safeCopyFrom(granterName, -1, 0, own, 1),
                (sys, own) -> sys.safeCopyFrom(granterName, 255, 0, own, 1),
                (sys, own) -> sys.safeCopyFrom(granterName, 256, 0, own, 1),
                (sys, own) -> sys.safeCopyFrom(granterName, grant + (1 << 20), 0, own, 1),
                (sys, own) -> sys.safeCopyFrom(Endpoint.of(99, 9), grant, 0, own, 1));

        assertEquals(List.of(EINVAL, EPERM, EPERM, EPERM, EINVAL), status);
        assertUntouched();
    }

    @Test
    void granterWithoutATableIsNotReady() {
        granter.runs(_ -> {});
        tries(user, (sys, own) -> sys.safeCopyFrom(granter.endpoint(), 0, 0, own, 1));

        assertEquals(List.of(Errno.ENOTREADY.status()), status);
        assertEquals(Rule.GRANT_NOT_READY, machine.events(GrantRefused.class).getFirst().rule());
    }

    @Test
    void grantsDieWithTheirGranter() {
        grantsDirectly(GrantTable.READ);
        user.runs(sys -> {
            int own = buffer(sys, MINE, 0);
            pause(sys, 2);
            status.add(from(sys, own, 0, 1));
        });
        machine.rs(sys -> {
            pause(sys, 1);
            sys.status(new Clear(granter.endpoint()));
        });
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(EINVAL), status);
    }

    @Test
    void onlyServicesGrant() {
        user.rights(Rights.ALL.withoutFlag(Privilege.SYS_PROC));
        user.runs(sys -> {
            status.add(sys.status(new Setgrant(0x1000, 4)));
            status.add(0);
        });
        third.runs(sys -> status.add(sys.status(new Setgrant(0x1000, -1))));
        machine.run();

        assertEquals(List.of(EPERM, 0, EINVAL), status);
    }

    // ---- Indirect grants

    /// Each of the members passes on to the next the grant that it was given, the first to itself
    /// being the granter's direct one; the last tries to use what it was given.
    private void chain(int length, Attempt attempt) {
        List<Member> links = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            links.add(machine.service("link" + i));
        }
        links.add(user);
        grants(sys ->
                sys.grants()
                        .direct(
                                links.getFirst().endpoint(),
                                buffer,
                                BYTES,
                                GrantTable.READ | GrantTable.WRITE));
        for (int i = 0; i < length; i++) {
            passOn(links, i);
        }
        tries(user, attempt);
    }

    private void passOn(List<Member> links, int i) {
        Endpoint from = i == 0 ? granter.endpoint() : links.get(i - 1).endpoint();
        Endpoint next = links.get(i + 1).endpoint();
        links.get(i).runs(sys -> grant = sys.grants().indirect(next, from, grant));
    }

    @Test
    void grantThatIsPassedOnWorksForTheNextAndOnlyInItsOwnTerms() {
        Attempt lastLink = (sys, own) -> sys.safeCopyFrom(Endpoint.of(23, 0), grant, 2, own, 2);
        chain(1, lastLink);

        assertEquals(List.of(0), status);
        assertEquals(List.of(3, 4), held.subList(0, 2));
    }

    @Test
    void grantIsPassedOnFiveTimesAtMost() {
        chain(5, (sys, own) -> sys.safeCopyFrom(Endpoint.of(27, 0), grant, 0, own, 1));
        assertEquals(List.of(0), status);
    }

    @Test
    void grantThatIsPassedOnSixTimesIsRefused() {
        chain(6, (sys, own) -> sys.safeCopyFrom(Endpoint.of(28, 0), grant, 0, own, 1));
        assertRefused(Errno.ELOOP.status(), Rule.GRANT_CHAIN);
    }

    @Test
    void grantThatIsPassedOnIsNotForOthers() {
        Member link = machine.service("link");
        grants(sys -> sys.grants().direct(link.endpoint(), buffer, BYTES, GrantTable.READ));
        link.runs(sys -> grant = sys.grants().indirect(user.endpoint(), granter.endpoint(), grant));
        tries(third, (sys, own) -> sys.safeCopyFrom(link.endpoint(), grant, 0, own, 1));
        assertRefused(EPERM, Rule.GRANT_GRANTEE);
    }

    @Test
    void nobodyPassesOnWhatWasGivenToAnother() {
        Member thief = machine.service("thief");
        grantsDirectly(GrantTable.READ);
        thief.runs(
                sys -> grant = sys.grants().indirect(third.endpoint(), granter.endpoint(), grant));
        tries(third, (sys, own) -> sys.safeCopyFrom(thief.endpoint(), grant, 0, own, 1));
        assertRefused(EPERM, Rule.GRANT_GRANTEE);
    }

    // ---- Magic grants

    private void magic(Member maker) {
        third.runs(sys -> {
            buffer = buffer(sys, 1, 1);
            pause(sys, 2);
            granted.addAll(bytes(sys, buffer));
        });
        maker.scheduled(8, 200)
                .runs(sys ->
                        grant =
                                sys.grants()
                                        .magic(
                                                user.endpoint(),
                                                third.endpoint(),
                                                buffer,
                                                BYTES,
                                                GrantTable.WRITE));
    }

    @Test
    void fileSystemServerGrantsMemoryOfOthers() {
        magic(granter);
        tries(user, (sys, own) -> to(sys, own, 0, 2));

        assertEquals(List.of(0), status);
        assertEquals(List.of(MINE, MINE, 3), granted.subList(0, 3));
    }

    @Test
    void nobodyElseGrantsMemoryOfOthers() {
        Member thief = machine.service("thief");
        magic(thief);
        tries(user, (sys, own) -> sys.safeCopyTo(thief.endpoint(), grant, 0, own, 2));
        assertRefused(EPERM, Rule.GRANT_MAGIC);
    }
}

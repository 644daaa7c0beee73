package ring3.components.servers.rs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.components.protocol.Vm.VmBrk;
import ring3.components.testing.FakeTraps;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

class RoomTest {
    private static final int PAGE = 4096;

    private final FakeTraps traps = new FakeTraps(Endpoint.RS, 64);
    private final Room room = new Room(new Syslib(traps));

    @Test
    void whatWasGivenBackIsTakenAgain() {
        int first = room.take(3 * PAGE);
        int second = room.take(PAGE);
        room.giveBack(first, 3 * PAGE);

        assertEquals(first, room.take(PAGE + 1));
        assertEquals(first + 2 * PAGE, room.take(1));
        assertNotEquals(second, room.take(1));
    }

    @Test
    void neighboursBecomeOnePiece() {
        int a = room.take(PAGE);
        int b = room.take(PAGE);
        int c = room.take(PAGE);
        room.take(PAGE);
        room.giveBack(a, PAGE);
        room.giveBack(c, PAGE);
        room.giveBack(b, PAGE);

        assertEquals(a, room.take(3 * PAGE));
    }

    @Test
    void vmIsAskedForWhatTheHeapDoesNotHave() {
        traps.answer(Endpoint.VM, _ -> Result.OK);

        int address = room.take(100 * PAGE);

        assertEquals(0x1000, address);
        assertEquals(new VmBrk(64 * 1024 + 100 * PAGE), traps.askedOf(Endpoint.VM).getFirst());
    }

    @Test
    void withoutMemoryThereIsNoRoom() {
        traps.answer(Endpoint.VM, _ -> Result.of(Errno.ENOMEM));

        assertEquals(0, room.take(100 * PAGE));
        assertNotEquals(0, room.take(PAGE));
    }

    /// Goal: no two pieces ever overlap, and all of it can be had again. Method: pieces are taken
    /// and given back in an order that the seed decides.
    @ParameterizedTest(name = "-Dring3.seed={0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void piecesNeverOverlap(long seed) {
        traps.answer(Endpoint.VM, _ -> Result.of(Errno.ENOMEM));
        java.util.Random random = new java.util.Random(seed);
        TreeMap<Integer, Integer> taken = new TreeMap<>();
        for (int i = 0; i < 500; i++) {
            int bytes = 1 + random.nextInt(4 * PAGE);
            int address = random.nextInt(3) > 0 ? room.take(bytes) : 0;
            if (address != 0) {
                assertTrue(
                        taken.headMap(address + bytes).entrySet().stream()
                                .allMatch(one -> one.getKey() + one.getValue() <= address));
                taken.put(address, bytes);
            } else if (!taken.isEmpty()) {
                var one = taken.pollFirstEntry();
                room.giveBack(one.getKey(), one.getValue());
            }
        }
        taken.forEach(room::giveBack);
        assertNotEquals(0, room.take(12 * PAGE));
    }
}

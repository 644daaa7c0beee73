package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PortBusTest {
    private final PortBus bus = new PortBus();

    /// A byte device whose registers are memory, and which notes the order of accesses.
    private static final class Latches implements ByteDevice {
        final int[] values = new int[0x10000];
        final List<Integer> written = new ArrayList<>();

        @Override
        public int read(int port) {
            return values[port];
        }

        @Override
        public void write(int port, int value) {
            values[port] = value;
            written.add(port);
        }
    }

    /// A device that answers with the width it was asked for.
    private static final class Wide implements PortDevice {
        @Override
        public int in(int port, int width) {
            return width;
        }

        @Override
        public void out(int port, int value, int width) {}
    }

    @Test
    void unclaimedPortsReadAllOnesOfTheWidthAndLoseWhatIsWritten() {
        bus.out(0x300, 0, 1);

        assertEquals(0xff, bus.in(0x300, 1));
        assertEquals(0xffff, bus.in(0x300, 2));
        assertEquals(0xffffffff, bus.in(0x300, 4));
        assertEquals(0xff, bus.in(0xffff, 1));
    }

    @Test
    void everyPortOfAClaimLeadsToItsDeviceAndItsNeighboursDoNot() {
        bus.claim(0x300, 0x301, new Wide());

        assertEquals(0xff, bus.in(0x2ff, 1));
        assertEquals(1, bus.in(0x300, 1));
        assertEquals(1, bus.in(0x301, 1));
        assertEquals(0xff, bus.in(0x302, 1));
    }

    @Test
    void anOverlappingClaimIsRefusedNamesBothAndChangesNothing() {
        bus.claim(0x300, 0x303, new Wide());

        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> bus.claim(0x2fe, 0x300, new Latches()));
        assertTrue(refused.toString().contains("Wide"), refused.toString());
        assertTrue(refused.toString().contains("Latches"), refused.toString());
        assertEquals(0xff, bus.in(0x2fe, 1));
    }

    @Test
    void claimsThatTouchButDoNotOverlapAreBothGood() {
        bus.claim(0x300, 0x303, new Wide());
        bus.claim(0x304, 0x307, new Latches());

        assertEquals(1, bus.in(0x303, 1));
        assertEquals(0, bus.in(0x304, 1));
    }

    @Test
    void aWideAccessBelongsToTheDeviceThatClaimedTheFirstPort() {
        bus.claim(0x300, 0x300, new Wide());
        bus.claim(0x301, 0x303, new Latches());

        assertEquals(4, bus.in(0x300, 4));
    }

    @Test
    void aByteDeviceTakesAWideAccessAsBytesLowestFirst() {
        var latches = new Latches();
        bus.claim(0x300, 0x307, latches);

        bus.out(0x302, 0x89abcdef, 4);

        assertEquals(List.of(0x302, 0x303, 0x304, 0x305), latches.written);
        assertEquals(0xef, bus.in(0x302, 1));
        assertEquals(0xabcd, bus.in(0x303, 2));
        assertEquals(0x89abcdef, bus.in(0x302, 4));
    }
}

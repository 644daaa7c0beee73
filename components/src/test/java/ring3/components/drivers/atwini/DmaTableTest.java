package ring3.components.drivers.atwini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.components.lib.BlockDriver.Transfer;
import ring3.components.testing.FakeTraps;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelReply.ValueReply;
import ring3.syslib.KernelRequest.Umap;
import ring3.syslib.Syslib;

/// What the bus master is told about where a client's buffer lies.
class DmaTableTest {
    private static final int TABLE = 0x50_0000;
    private static final int PAGE = 4096;
    private static final int SCREEN = 0xb8000;

    private final FakeTraps traps = new FakeTraps(Endpoint.of(20, 1), 64);
    private final DmaTable table = new DmaTable(new Syslib(traps));
    private int address;

    /// The client's buffer begins at physical address `first`; if it is not in one piece, each page
    /// of it lies one page further from the next than it should.
    private void bufferAt(int first, boolean onePiece) {
        traps.answer(Umap.class, call -> answer(call, first, onePiece));
        table.locate(false);
    }

    private KernelReply answer(Umap call, int first, boolean onePiece) {
        if (call.kind() == Umap.VIRTUAL) {
            address = call.addressOrGrant();
            return new ValueReply(TABLE);
        }
        int from = first + call.offset();
        int pages = (from + call.bytes() - 1) / PAGE - from / PAGE;
        if (!onePiece && pages > 0) {
            return KernelReply.of(Errno.EFAULT);
        }
        return new ValueReply(onePiece ? from : from + (from / PAGE - first / PAGE) * PAGE);
    }

    private static Transfer transfer(boolean toDevice) {
        return new Transfer(toDevice, 0, 0, 0, Endpoint.MFS, 7);
    }

    private boolean describe(int from, int to) {
        return table.describe(transfer(false), from, to);
    }

    /// The entries up to the last, `address+length` each.
    private List<String> entries() {
        List<String> entries = new ArrayList<>();
        for (int at = address; ; at += 8) {
            int count = traps.memory().getInt(at + 4);
            entries.add("%x+%x".formatted(traps.memory().getInt(at), count & 0xffff));
            if (count < 0) {
                return entries;
            }
        }
    }

    @Test
    void aBufferInOnePieceIsOneEntryAndOneKernelCall() {
        bufferAt(0x34_5010, true);
        traps.forget();

        assertTrue(describe(0x400, 0x4400));
        assertEquals(List.of("345410+4000"), entries());
        assertEquals(1, traps.requests(Umap.class).size());
    }

    @Test
    void aPieceNeverCrosses64Kib() {
        bufferAt(0x34_f000, true);

        assertTrue(describe(0, 0x2_0000));
        assertEquals(List.of("34f000+1000", "350000+0", "360000+f000"), entries());
    }

    @Test
    void aBufferInManyPiecesIsDescribedPageByPage() {
        bufferAt(0x34_5e00, false);

        assertTrue(describe(0, 0x1400));
        assertEquals(List.of("345e00+200", "347000+1000", "349000+200"), entries());
    }

    @Test
    void theTableOfTheLargestTransferIsWithinOnePage() {
        bufferAt(0x34_5e00, false);

        assertTrue(describe(0, 0x2_0000));
        assertEquals(33, entries().size());
        assertEquals(address / PAGE, (address + 33 * 8 - 1) / PAGE);
        assertEquals(TABLE, table.physicalAddress());
    }

    @Test
    void whatTheDiskReadsFromMemoryItMayNotWrite() {
        bufferAt(0x34_5000, true);
        traps.forget();

        table.describe(transfer(true), 0, 512);
        assertFalse(traps.requests(Umap.class).getFirst().write());
        table.describe(transfer(false), 0, 512);
        assertTrue(traps.requests(Umap.class).getLast().write());
    }

    @Test
    void aBufferAtAnOddAddressIsNothingForTheBusMaster() {
        bufferAt(0x34_5001, true);

        assertFalse(describe(0, 512));
    }

    @Test
    void aGrantThatDoesNotWorkIsNoBuffer() {
        bufferAt(0x34_5000, true);
        traps.answer(Umap.class, _ -> KernelReply.of(Errno.EPERM));

        assertFalse(describe(0, 512));
    }

    @Test
    void theBugIsInReadsOfMoreThanAPageAloneFromTheSeventeenthOn() {
        bufferAt(0x34_5000, true);
        table.locate(true);
        for (int i = 0; i < 16; i++) {
            describe(0, 2 * PAGE);
            assertEquals(List.of("345000+2000"), entries());
        }

        describe(0, PAGE);
        assertEquals(List.of("345000+1000"), entries());
        table.describe(transfer(true), 0, 2 * PAGE);
        assertEquals(List.of("345000+2000"), entries());
        describe(0, 2 * PAGE);
        assertEquals(List.of("%x+2000".formatted(SCREEN)), entries());
    }
}

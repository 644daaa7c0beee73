package ring3.components.drivers.atwini;

import ring3.components.lib.BlockDriver.Transfer;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelRequest.Umap;
import ring3.syslib.Syslib;

/// The table in our memory that tells the bus master where in physical memory the pieces of a
/// transfer lie (82371AB data sheet, section 5.2.3). Each entry is a physical address, a length of
/// which 0 means 64 KiB, and a flag at the last. To ask the kernel for an address opens the memory
/// there to the disk, and to no other device.
final class DmaTable {
    private static final int ENTRY_BYTES = 8;
    private static final int ENTRY_COUNT = 4;
    private static final int LAST = 0x8000_0000;

    /// A piece must not cross a multiple of this.
    private static final int PIECE_MAX = 0x1_0000;

    private static final int PAGE_BYTES = 4096;

    /// Room for the largest transfer, of 128 KiB, in single pages; within one page of memory, being
    /// aligned to its size.
    private static final int TABLE_BYTES = 512;

    /// The bug that a scenario can switch on. To see whether DMA worked, somebody once had the disk
    /// write to where the screen is. One place was forgotten when that was taken out again: where
    /// more than a page is read.
    private static final int SCREEN = 0xb_8000;

    /// With the bug this many reads of more than a page go right: enough to start the system from
    /// the disk.
    private static final int GOOD_READS = 16;

    private final Syslib sys;
    private final int address;
    private long physical;
    private boolean stray;
    private int longReads;
    private int entries;

    DmaTable(Syslib sys) {
        this.sys = sys;
        address = sys.allocate(2 * TABLE_BYTES) + TABLE_BYTES - 1 & -TABLE_BYTES;
    }

    /// Finds out where we are ourselves.
    ///
    /// @param withBug whether what is described next shall be wrong
    void locate(boolean withBug) {
        stray = withBug;
        Umap self = new Umap(Endpoint.SELF, Umap.VIRTUAL, address, 0, TABLE_BYTES, false);
        physical = sys.value(self);
        if (physical < 0) {
            sys.panic("sys_umap failed: " + physical);
        }
    }

    /// Where the bus master finds the table.
    int physicalAddress() {
        return (int) physical;
    }

    /// Describes the bytes `from` to `to` of a transfer. False when the client's buffer is not all
    /// there, or lies so that the bus master cannot use it.
    boolean describe(Transfer transfer, int from, int to) {
        entries = 0;
        long whole = locate(transfer, from, to - from);
        boolean good = whole >= 0 ? add(whole, to - from) : describePages(transfer, from, to);
        if (good && entries > 0) {
            int last = entry(entries - 1) + ENTRY_COUNT;
            sys.memory().putInt(last, sys.memory().getInt(last) | LAST);
        }
        if (stray && !transfer.toDevice() && to - from > PAGE_BYTES && ++longReads > GOOD_READS) {
            sys.memory().putInt(entry(0), SCREEN);
        }
        return good;
    }

    /// A buffer that is not in one piece is so in each page. Where its pages begin only the address
    /// of its first byte tells.
    private boolean describePages(Transfer transfer, int from, int to) {
        long first = locate(transfer, from, 1);
        int bytes = PAGE_BYTES - (int) (first & PAGE_BYTES - 1);
        for (int at = from; at < to && first >= 0; at += bytes, bytes = PAGE_BYTES) {
            int length = Math.min(bytes, to - at);
            long place = locate(transfer, at, length);
            if (place < 0 || !add(place, length)) {
                return false;
            }
        }
        return first >= 0;
    }

    private long locate(Transfer transfer, int from, int bytes) {
        boolean write = !transfer.toDevice();
        return sys.value(
                new Umap(transfer.client(), Umap.GRANT, transfer.grant(), from, bytes, write));
    }

    /// Adds what lies in one piece. False when it lies at an odd address, which the chip cannot do.
    private boolean add(long from, int bytes) {
        for (long at = from; at < from + bytes; ) {
            long end = Math.min(from + bytes, (at | PIECE_MAX - 1) + 1);
            sys.memory().putInt(entry(entries), (int) at);
            sys.memory().putInt(entry(entries) + ENTRY_COUNT, (int) (end - at) & PIECE_MAX - 1);
            entries++;
            at = end;
        }
        return (from & 1) == 0;
    }

    private int entry(int index) {
        return address + index * ENTRY_BYTES;
    }
}

package ring3.hardware;

import java.util.Arrays;

/// The memory management unit's view of one process: a page table, and the loads and stores that go
/// through it. Page 0 is never mapped, so that a null pointer faults. Numbers lie little-endian and
/// may cross pages, as on the real processor.
///
/// Loads and stores are for memory that [#fault] has found to be there; who skips the question gets
/// an exception of the host.
public final class AddressSpace {
    /// Bytes in a page, which is also the size of a frame.
    public static final int PAGE_BYTES = PhysicalMemory.FRAME_BYTES;

    /// The address of the first byte that can be mapped.
    public static final int BASE = PAGE_BYTES;

    /// The first address behind the highest page that can be mapped: 16 MiB and the page below.
    public static final int END = BASE + 16 * 1024 * 1024;

    /// What [#fault] answers when all is there.
    public static final long NO_FAULT = -1;

    private static final int PAGE_SHIFT = 12;
    private static final int OFFSET_MASK = PAGE_BYTES - 1;
    private static final int WRITABLE = 1;
    private static final int[] NO_PAGES = {};

    private final PhysicalMemory memory;

    /// For each page its frame, shifted left once, and whether it may be written; 0 for none.
    private int[] table = NO_PAGES;

    private int mapped;

    /// An empty address space over `memory`.
    public AddressSpace(PhysicalMemory memory) {
        this.memory = memory;
    }

    /// An address space with a memory of its own, in which every page is mapped.
    public static AddressSpace flat() {
        AddressSpace space = new AddressSpace(new PhysicalMemory(END));
        for (int page = BASE; page < END; page += PAGE_BYTES) {
            space.map(page, page / PAGE_BYTES, true);
        }
        return space;
    }

    // ---- The page table

    /// Puts `frame`, which is not frame 0, behind the page at `address`.
    public void map(int address, int frame, boolean writable) {
        int page = address >>> PAGE_SHIFT;
        if (page >= table.length) {
            table = Arrays.copyOf(table, Math.max(page + 1, table.length * 3 / 2));
        }
        mapped += table[page] == 0 ? 1 : 0;
        table[page] = frame << 1 | (writable ? WRITABLE : 0);
    }

    /// Takes the page at `address` away, if it is there.
    public void unmap(int address) {
        int page = address >>> PAGE_SHIFT;
        if (page < table.length && table[page] != 0) {
            mapped--;
            table[page] = 0;
        }
    }

    /// Takes all pages away.
    public void clear() {
        table = NO_PAGES;
        mapped = 0;
    }

    /// The frame behind `address`; 0 when there is none.
    public int frame(int address) {
        int page = address >>> PAGE_SHIFT;
        return page < table.length ? table[page] >>> 1 : 0;
    }

    /// How many bytes are mapped.
    public int bytes() {
        return mapped << PAGE_SHIFT;
    }

    /// The first address behind the highest page; 0 when there is none.
    public int end() {
        int pages = table.length;
        while (pages > 0 && table[pages - 1] == 0) {
            pages--;
        }
        return pages << PAGE_SHIFT;
    }

    /// The first of `length` bytes from `address` on that is not mapped, or with `write` may not be
    /// written, as an unsigned number; [#NO_FAULT] when there is none.
    public long fault(int address, int length, boolean write) {
        if (length < 0) {
            return address & 0xffffffffL;
        }
        for (long at = address & 0xffffffffL; at < (address & 0xffffffffL) + length; ) {
            int page = (int) (at >>> PAGE_SHIFT);
            int entry = page < table.length ? table[page] : 0;
            if (entry == 0 || write && (entry & WRITABLE) == 0) {
                return at;
            }
            at = (at | OFFSET_MASK) + 1;
        }
        return NO_FAULT;
    }

    // ---- Loads and stores

    private byte[] bytes(int address) {
        return memory.frame(table[address >>> PAGE_SHIFT] >>> 1);
    }

    private static int offset(int address) {
        return address & OFFSET_MASK;
    }

    /// The number of `width` bytes, 1 to 8, at `address`, zero-extended.
    public long load(int address, int width) {
        long value = 0;
        int offset = offset(address);
        if (offset + width <= PAGE_BYTES) {
            byte[] bytes = bytes(address);
            for (int i = width - 1; i >= 0; i--) {
                value = value << 8 | bytes[offset + i] & 0xff;
            }
            return value;
        }
        for (int i = width - 1; i >= 0; i--) {
            value = value << 8 | bytes(address + i)[offset(address + i)] & 0xff;
        }
        return value;
    }

    /// Stores the low `width` bytes, 1 to 8, of `value`.
    public void store(int address, long value, int width) {
        for (int i = 0; i < width; i++) {
            bytes(address + i)[offset(address + i)] = (byte) (value >>> 8 * i);
        }
    }

    /// Loads `length` bytes from `address` on into `into`.
    public void read(int address, byte[] into, int offset, int length) {
        for (int done = 0; done < length; ) {
            int from = offset(address + done);
            int chunk = Math.min(length - done, PAGE_BYTES - from);
            System.arraycopy(bytes(address + done), from, into, offset + done, chunk);
            done += chunk;
        }
    }

    /// Stores `length` bytes of `from`.
    public void write(int address, byte[] from, int offset, int length) {
        for (int done = 0; done < length; ) {
            int to = offset(address + done);
            int chunk = Math.min(length - done, PAGE_BYTES - to);
            System.arraycopy(from, offset + done, bytes(address + done), to, chunk);
            done += chunk;
        }
    }

    /// Stores `length` bytes of `value`.
    public void fill(int address, int length, byte value) {
        for (int done = 0; done < length; ) {
            int to = offset(address + done);
            int chunk = Math.min(length - done, PAGE_BYTES - to);
            Arrays.fill(bytes(address + done), to, to + chunk, value);
            done += chunk;
        }
    }

    /// Copies from one memory to another, frame to frame. Within one memory the two places must not
    /// overlap.
    public static void copy(
            AddressSpace source, int from, AddressSpace target, int to, int length) {
        for (int done = 0; done < length; ) {
            int start = offset(from + done);
            int end = offset(to + done);
            int chunk = Math.min(length - done, PAGE_BYTES - Math.max(start, end));
            System.arraycopy(source.bytes(from + done), start, target.bytes(to + done), end, chunk);
            done += chunk;
        }
    }
}

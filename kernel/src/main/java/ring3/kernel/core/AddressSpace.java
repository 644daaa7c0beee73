package ring3.kernel.core;

import ring3.hardware.PhysicalMemory;

/// The memory of a process: which frame of physical memory lies behind each page. Pages may be
/// shared with a forked process; the first write to such a page makes a copy of it.
///
/// Page 0 is never mapped, so that a null pointer faults.
public final class AddressSpace {
    static final int PAGE_BYTES = PhysicalMemory.FRAME_BYTES;
    private static final int PAGE_SHIFT = 12;
    private static final int OFFSET_MASK = PAGE_BYTES - 1;

    /// The address of the first byte that can be mapped.
    public static final int BASE = PAGE_BYTES;

    /// The most memory that one process may have.
    public static final int BYTES_MAX = 16 * 1024 * 1024;

    private static final int[] NO_PAGES = {};

    private final Frames frames;
    private int[] pages = NO_PAGES;

    AddressSpace(Frames frames) {
        this.frames = frames;
    }

    /// The first address behind the mapped ones.
    public int end() {
        return pages.length << PAGE_SHIFT;
    }

    /// How many bytes are mapped.
    public int bytes() {
        return pages.length == 0 ? 0 : end() - BASE;
    }

    /// Makes the memory `bytes` long, rounded up to pages; what is new holds zeros. Returns false,
    /// and changes nothing, when there is not so much.
    public boolean resize(int bytes) {
        if (bytes < 0 || bytes > BYTES_MAX) {
            return false;
        }
        int count = pagesFor(bytes);
        if (count - pages.length > frames.free()) {
            return false;
        }
        for (int page = Math.max(count, 1); page < pages.length; page++) {
            frames.release(pages[page]);
        }
        int old = pages.length;
        pages = java.util.Arrays.copyOf(pages, count);
        for (int page = Math.max(old, 1); page < count; page++) {
            pages[page] = frames.allocate();
        }
        return true;
    }

    /// How long the page table is, with page 0, which is never mapped.
    private static int pagesFor(int bytes) {
        return bytes == 0 ? 0 : 1 + ((bytes + OFFSET_MASK) >> PAGE_SHIFT);
    }

    /// As [#resize(int)], but nothing is kept: all of it holds zeros.
    public boolean renew(int bytes) {
        int own = 0;
        for (int page = 1; page < pages.length; page++) {
            own += frames.isShared(pages[page]) ? 0 : 1;
        }
        if (bytes < 0 || bytes > BYTES_MAX || pagesFor(bytes) > frames.free() + own) {
            return false;
        }
        clear();
        return resize(bytes);
    }

    /// Gives up all memory.
    public void clear() {
        resize(0);
    }

    /// Makes this memory look like `other`, sharing every page.
    void share(AddressSpace other) {
        clear();
        pages = other.pages.clone();
        for (int page = 1; page < pages.length; page++) {
            frames.share(pages[page]);
        }
    }

    /// Whether all `length` bytes from `address` on are mapped.
    public boolean covers(int address, int length) {
        return length == 0 || (length > 0 && address >= BASE && address <= end() - length);
    }

    /// The frame behind a mapped address, for reading.
    byte[] readable(int address) {
        return frames.bytes(pages[address >>> PAGE_SHIFT]);
    }

    /// The frame behind a mapped address, for writing.
    byte[] writable(int address) {
        int page = address >>> PAGE_SHIFT;
        int frame = pages[page];
        if (frames.isShared(frame)) {
            int copy = frames.allocate();
            System.arraycopy(frames.bytes(frame), 0, frames.bytes(copy), 0, PAGE_BYTES);
            frames.release(frame);
            pages[page] = copy;
            frame = copy;
        }
        return frames.bytes(frame);
    }

    /// Whether `bytes` from `address` on may be written without running out of frames for copies.
    boolean canWrite(int address, int length) {
        if (length == 0) {
            return true;
        }
        int last = (address + length - 1) >>> PAGE_SHIFT;
        int copies = 0;
        for (int page = address >>> PAGE_SHIFT; page <= last; page++) {
            copies += frames.isShared(pages[page]) ? 1 : 0;
        }
        return copies <= frames.free();
    }

    static int offset(int address) {
        return address & OFFSET_MASK;
    }

    /// Loads bytes that are mapped.
    public void read(int address, byte[] into, int offset, int length) {
        for (int done = 0; done < length; ) {
            int from = offset(address + done);
            int chunk = Math.min(length - done, PAGE_BYTES - from);
            System.arraycopy(readable(address + done), from, into, offset + done, chunk);
            done += chunk;
        }
    }

    /// Stores bytes that are mapped.
    public void write(int address, byte[] from, int offset, int length) {
        for (int done = 0; done < length; ) {
            int to = offset(address + done);
            int chunk = Math.min(length - done, PAGE_BYTES - to);
            System.arraycopy(from, offset + done, writable(address + done), to, chunk);
            done += chunk;
        }
    }

    /// Copies mapped bytes from one memory to another, frame to frame.
    static void copy(AddressSpace source, int from, AddressSpace target, int to, int length) {
        for (int done = 0; done < length; ) {
            int start = offset(from + done);
            int end = offset(to + done);
            int chunk = Math.min(length - done, PAGE_BYTES - Math.max(start, end));
            byte[] destination = target.writable(to + done);
            System.arraycopy(source.readable(from + done), start, destination, end, chunk);
            done += chunk;
        }
    }
}

package ring3.components.servers.vm;

import java.util.Arrays;
import ring3.syslib.Endpoint;

/// The memory of one process: a row of pages from [#BASE] up to a moving end, the break. Each page
/// has a frame behind it, which may be written or not, or has none yet.
///
/// Page 0 is never there, so that a null pointer faults.
final class Space {
    static final int PAGE_SHIFT = 12;
    static final int PAGE_BYTES = 1 << PAGE_SHIFT;

    /// The page at which memory begins.
    static final int FIRST_PAGE = 1;

    static final int BASE = FIRST_PAGE << PAGE_SHIFT;

    /// The highest address at which memory may end.
    static final int END_MAX = BASE + (16 << 20);

    private static final int WRITABLE = 1;

    /// Whose memory it is; a live update moves it to another endpoint, together with its process.
    Endpoint owner;

    /// PM has told that the process will soon be gone.
    boolean exiting;

    /// For each page its frame, shifted left once, and whether it may be written; 0 for none.
    private int[] pages = new int[FIRST_PAGE];

    private int end = BASE;

    Space(Endpoint owner) {
        this.owner = owner;
    }

    /// How many pages `end` makes necessary, page 0 among them.
    static int pagesBelow(int end) {
        return (end + PAGE_BYTES - 1) >>> PAGE_SHIFT;
    }

    /// The first address behind this memory.
    int end() {
        return end;
    }

    /// The first page behind this memory.
    int pages() {
        return pages.length;
    }

    /// Moves the end. Pages that fall away must have no frames any more; new ones have none yet.
    void moveEnd(int newEnd) {
        end = newEnd;
        pages = Arrays.copyOf(pages, pagesBelow(newEnd));
    }

    /// Whether `page` belongs to this memory.
    boolean contains(int page) {
        return page >= FIRST_PAGE && page < pages.length;
    }

    /// Whether a frame lies behind `page`.
    boolean isFilled(int page) {
        return pages[page] != 0;
    }

    /// The frame behind `page`; 0 when there is none.
    int frame(int page) {
        return pages[page] >>> 1;
    }

    boolean isWritable(int page) {
        return (pages[page] & WRITABLE) != 0;
    }

    /// Puts `frame` behind `page`.
    void fill(int page, int frame, boolean writable) {
        pages[page] = frame << 1 | (writable ? WRITABLE : 0);
    }

    /// Leaves nothing behind `page`.
    void empty(int page) {
        pages[page] = 0;
    }

    /// The first page behind a row that begins at `page` and is all alike: frames that follow each
    /// other with the same right, or none.
    int endOfRow(int page) {
        int step = isFilled(page) ? 1 << 1 : 0;
        int next = page + 1;
        while (next < pages.length && pages[next] == pages[next - 1] + step) {
            next++;
        }
        return next;
    }

    /// The memory of a child: the same frames, and the same rights.
    Space copy(Endpoint child) {
        Space copy = new Space(child);
        copy.pages = pages.clone();
        copy.end = end;
        return copy;
    }
}

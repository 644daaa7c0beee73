package ring3.components.servers.vm;

import ring3.syslib.Errno;

/// How much memory a process has: exec and brk set it, exit ends it (minix: servers/vm/exec.c,
/// break.c, exit.c).
final class Sizes {
    private final Spaces spaces;
    private final Frames frames;
    private final PageTables tables;

    Sizes(Spaces spaces, Frames frames, PageTables tables) {
        this.spaces = spaces;
        this.frames = frames;
        this.tables = tables;
    }

    /// exec: fresh memory in place of what there is. An old memory is given up only when the new
    /// one is certain.
    Errno renew(Space space, int bytes) {
        if (bytes <= 0 || bytes > Space.END_MAX - Space.BASE) {
            return Errno.ENOMEM;
        }
        int end = Space.BASE + bytes;
        int[] fresh = frames.take(Space.pagesBelow(end) - Space.FIRST_PAGE);
        if (fresh.length == 0) {
            return Errno.ENOMEM;
        }
        tables.zero(fresh);
        tables.unmapAll(space);
        release(space, Space.FIRST_PAGE);
        space.moveEnd(end);
        for (int i = 0; i < fresh.length; i++) {
            space.fill(Space.FIRST_PAGE + i, fresh[i], true);
        }
        tables.map(space, Space.FIRST_PAGE, space.pages());
        return Errno.OK;
    }

    /// brk. Frames come when the new memory is touched; that there are enough now is no promise,
    /// but who asks for more than the machine has is told so at once.
    Errno moveEnd(Space space, int end) {
        if (end <= Space.BASE || end > Space.END_MAX) {
            return Errno.ENOMEM;
        }
        int former = space.pages();
        int pages = Space.pagesBelow(end);
        if (pages - former > frames.free()) {
            return Errno.ENOMEM;
        }
        if (pages < former) {
            tables.unmap(space, pages, former - pages);
            release(space, pages);
        }
        space.moveEnd(end);
        return Errno.OK;
    }

    /// exit: the kernel has taken the page table away already.
    void end(Space space) {
        release(space, Space.FIRST_PAGE);
        spaces.remove(space);
    }

    private void release(Space space, int first) {
        for (int page = first; page < space.pages(); page++) {
            if (space.isFilled(page)) {
                frames.release(space.frame(page));
                space.empty(page);
            }
        }
    }
}

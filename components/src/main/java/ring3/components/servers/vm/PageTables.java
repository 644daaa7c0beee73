package ring3.components.servers.vm;

import ring3.syslib.Endpoint;
import ring3.syslib.KernelRequest.Memset;
import ring3.syslib.KernelRequest.Physcopy;
import ring3.syslib.KernelRequest.Vmctl;
import ring3.syslib.Syslib;

/// Brings into the page tables what vm has decided, and works on frames; both only the kernel can
/// do. A process that ends meanwhile has no page table any more, so what the kernel answers does
/// not matter here.
final class PageTables {
    private final Syslib sys;

    PageTables(Syslib sys) {
        this.sys = sys;
    }

    /// Maps what lies behind the pages of `space` from `first` up to but not including `last`.
    void map(Space space, int first, int last) {
        for (int page = first; page < last; ) {
            int next = Math.min(space.endOfRow(page), last);
            if (space.isFilled(page)) {
                mapRow(space, page, next - page);
            }
            page = next;
        }
    }

    private void mapRow(Space space, int page, int count) {
        int value = space.isWritable(page) ? 1 : 0;
        int frame = space.frame(page);
        call(space.owner, Vmctl.MAP, page << Space.PAGE_SHIFT, frame, count, value);
    }

    /// Takes `count` pages from `first` on away.
    void unmap(Space space, int first, int count) {
        call(space.owner, Vmctl.UNMAP, first << Space.PAGE_SHIFT, 0, count, 0);
    }

    /// Takes all pages away.
    void unmapAll(Space space) {
        call(space.owner, Vmctl.UNMAP, 0, 0, 0, 0);
    }

    /// Does a request of SYS_VMCTL that needs no pages.
    void control(Endpoint target, int request, int value) {
        call(target, request, 0, 0, 0, value);
    }

    private void call(Endpoint target, int request, int address, int frame, int pages, int value) {
        sys.status(new Vmctl(target, request, address, frame, pages, value));
    }

    /// Fills frames, in ascending order, with zeros: nobody shall find what another has left.
    void zero(int[] frames) {
        for (int i = 0; i < frames.length; ) {
            int next = i + 1;
            while (next < frames.length && frames[next] == frames[next - 1] + 1) {
                next++;
            }
            int bytes = (next - i) << Space.PAGE_SHIFT;
            sys.status(new Memset(Endpoint.NONE, address(frames[i]), bytes, 0));
            i = next;
        }
    }

    /// Copies one frame to another.
    void copy(int from, int to) {
        Endpoint physical = Endpoint.NONE;
        sys.status(new Physcopy(physical, address(from), physical, address(to), Space.PAGE_BYTES));
    }

    private static int address(int frame) {
        return frame << Space.PAGE_SHIFT;
    }
}

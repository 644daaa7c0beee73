package ring3.components.servers.vm;

import ring3.components.protocol.Vm.VmFork;
import ring3.components.protocol.VmReply.VmChild;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelReply.ForkReply;
import ring3.syslib.KernelRequest.Fork;
import ring3.syslib.KernelRequest.Vmctl;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// Makes a copy of a process without copying its memory (minix: servers/vm/fork.c). Parent and
/// child have the same frames and neither may write; the first write is a page fault, which makes
/// the copy of that one page.
final class Forks {
    private final Syslib sys;
    private final Spaces spaces;
    private final Frames frames;
    private final PageTables tables;

    Forks(Syslib sys, Spaces spaces, Frames frames, PageTables tables) {
        this.sys = sys;
        this.spaces = spaces;
        this.frames = frames;
        this.tables = tables;
    }

    /// fork. The kernel lets the child run only when its memory is there.
    Message fork(VmFork request) {
        Space parent = spaces.find(request.parent());
        if (parent == null) {
            return Result.of(Errno.ESRCH);
        }
        KernelReply reply =
                sys.kernelCall(new Fork(request.parent(), request.slot(), Fork.INHIBIT));
        if (!(reply instanceof ForkReply(Endpoint endpoint))) {
            return new Result(reply.status());
        }
        protect(parent);
        Space child = share(parent, endpoint);
        tables.map(child, Space.FIRST_PAGE, child.pages());
        tables.control(endpoint, Vmctl.INHIBIT_CLEAR, 0);
        return new VmChild(endpoint);
    }

    private void protect(Space space) {
        for (int page = Space.FIRST_PAGE; page < space.pages(); ) {
            int next = space.endOfRow(page);
            if (space.isWritable(page)) {
                for (int each = page; each < next; each++) {
                    space.fill(each, space.frame(each), false);
                }
                tables.map(space, page, next);
            }
            page = next;
        }
    }

    private Space share(Space parent, Endpoint endpoint) {
        Space child = parent.copy(endpoint);
        for (int page = Space.FIRST_PAGE; page < child.pages(); page++) {
            if (child.isFilled(page)) {
                frames.share(child.frame(page));
            }
        }
        spaces.add(child);
        return child;
    }
}

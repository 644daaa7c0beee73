package ring3.components.servers.vm;

import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Vm.VmRsUpdate;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Update;
import ring3.syslib.KernelRequest.Vmctl;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// Swaps two services (minix: servers/vm/rs.c, do_rs_update). vm has the kernel do it and follows
/// suit before it looks at another page fault, so that nobody is ever given the memory of another.
final class Updates {
    private final Syslib sys;
    private final Spaces spaces;
    private final PageTables tables;

    Updates(Syslib sys, Spaces spaces, PageTables tables) {
        this.sys = sys;
        this.spaces = spaces;
        this.tables = tables;
    }

    Message update(VmRsUpdate request) {
        @Nullable Space source = spaces.find(request.source());
        @Nullable Space target = spaces.find(request.target());
        if (source == null || target == null) {
            return Result.of(Errno.ESRCH);
        }
        if (request.rollback()) {
            tables.control(request.target(), Vmctl.CLEAR_PAGE_FAULT, 0);
        }
        int flags = request.rollback() ? Update.ROLLBACK : 0;
        int status = sys.status(new Update(request.source(), request.target(), flags));
        if (status >= 0) {
            spaces.swap(source, target);
        }
        return new Result(status);
    }
}

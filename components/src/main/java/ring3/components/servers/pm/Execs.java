package ring3.components.servers.pm;

import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Pm.PmExec;
import ring3.components.protocol.PmVfs.VfsPmExec;
import ring3.components.protocol.PmVfs.VfsPmExecDone;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Exec;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// How a process gets another program (minix: servers/pm/exec.c): VFS loads it, PM has it started.
/// What the old program ignored stays ignored, as POSIX has it.
final class Execs {
    private static final int NAME_MAX = 15;

    private final Syslib sys;
    private final ProcTable table;
    private final VfsLink vfs;
    private final Deaths deaths;
    private final Names names;

    Execs(Syslib sys, ProcTable table, VfsLink vfs, Deaths deaths) {
        this.sys = sys;
        this.table = table;
        this.vfs = vfs;
        this.deaths = deaths;
        this.names = new Names(sys);
    }

    /// exec; null when VFS is at work.
    @Nullable Message exec(Proc caller, PmExec request) {
        int length = request.pathLength();
        if (length < 1 || length > Names.LENGTH_MAX) {
            return Result.of(length < 1 ? Errno.ENOENT : Errno.ENAMETOOLONG);
        }
        String path = names.fetch(caller.endpoint, request.path(), length);
        if (path == null) {
            return Result.of(Errno.EFAULT);
        }
        caller.execName = lastComponent(path);
        vfs.tell(
                caller,
                new VfsPmExec(
                        caller.endpoint,
                        request.path(),
                        length,
                        request.frame(),
                        request.frameBytes()));
        return null;
    }

    private static String lastComponent(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, Math.min(name.length(), NAME_MAX));
    }

    /// VFS has loaded the program, or has not. When it failed so late that there is no old program
    /// to return to, VFS has killed the process besides.
    void loaded(VfsPmExecDone done) {
        Proc proc = table.find(done.endpoint());
        if (proc == null || deaths.endIfPostponed(proc)) {
            return;
        }
        if (done.status() >= 0) {
            start(proc, done);
        } else {
            sys.reply(proc.endpoint, new Result(done.status()));
        }
    }

    private void start(Proc proc, VfsPmExecDone done) {
        proc.name = proc.execName;
        int status =
                sys.status(
                        new Exec(
                                proc.endpoint,
                                done.image(),
                                done.imageBytes(),
                                done.frame(),
                                done.frameBytes(),
                                names.store(proc.name),
                                proc.name.length()));
        if (status < 0) {
            deaths.end(proc, Signals.SIGKILL);
        }
    }
}

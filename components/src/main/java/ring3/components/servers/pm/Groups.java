package ring3.components.servers.pm;

import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Pm.PmSetpgid;
import ring3.components.protocol.PmVfs.VfsPmSetsid;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// Process groups and sessions, as POSIX defines them.
final class Groups {
    private final Syslib sys;
    private final ProcTable table;
    private final VfsLink vfs;
    private final Deaths deaths;

    Groups(Syslib sys, ProcTable table, VfsLink vfs, Deaths deaths) {
        this.sys = sys;
        this.table = table;
        this.vfs = vfs;
        this.deaths = deaths;
    }

    /// setsid; answered when VFS has taken the controlling terminal away.
    @Nullable Message setsid(Proc caller) {
        if (caller.group == caller.pid) {
            return Result.of(Errno.EPERM);
        }
        caller.group = caller.pid;
        caller.session = caller.pid;
        vfs.tell(caller, new VfsPmSetsid(caller.endpoint));
        return null;
    }

    /// VFS has taken it away.
    void terminalTaken(Proc proc) {
        if (!deaths.endIfPostponed(proc)) {
            sys.reply(proc.endpoint, new Result(proc.group));
        }
    }

    /// setpgid: a process may move itself and its children, within its session, into a group that
    /// exists or that they lead.
    Message setpgid(Proc caller, PmSetpgid request) {
        int pid = request.pid() == 0 ? caller.pid : request.pid();
        int group = request.group() == 0 ? pid : request.group();
        Proc target = table.find(pid);
        if (group < 0) {
            return Result.of(Errno.EINVAL);
        }
        if (target == null || (target != caller && target.parent != caller.pid)) {
            return Result.of(Errno.ESRCH);
        }
        boolean leadsSession = target.session == target.pid;
        boolean groupFits = group == pid || hasGroup(target.session, group);
        if (leadsSession || target.session != caller.session || !groupFits) {
            return Result.of(Errno.EPERM);
        }
        target.group = group;
        return Result.OK;
    }

    private boolean hasGroup(int session, int group) {
        return table.all().stream()
                .anyMatch(proc -> proc.session == session && proc.group == group);
    }
}

package ring3.components.servers.pm;

import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Pm;
import ring3.components.protocol.Pm.PmSetpriority;
import ring3.components.protocol.Sched.SchedulingSetNice;
import ring3.components.protocol.Sched.SchedulingSetPolicy;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// How urgent processes are. PM keeps their nice values and says which queue each may rise to; what
/// comes of that is the scheduling server's (minix: servers/pm/schedule.c).
final class Priorities {
    private static final int QUEUES = 16;
    private static final int NICE_VALUES = Pm.NICE_MAX - Pm.NICE_MIN + 1;

    private final Syslib sys;
    private final ProcTable table;

    Priorities(Syslib sys, ProcTable table) {
        this.sys = sys;
        this.table = table;
    }

    /// The highest queue for a nice value; 7 for 0.
    static int queue(int nice) {
        return (nice - Pm.NICE_MIN) * QUEUES / NICE_VALUES;
    }

    /// getpriority.
    Message get(Proc caller, int pid) {
        Proc target = find(caller, pid);
        return target == null ? Result.of(Errno.ESRCH) : new Result(target.nice - Pm.NICE_MIN);
    }

    /// setpriority. Everybody is root, so everybody may make any user process more urgent too.
    Message set(Proc caller, PmSetpriority request) {
        Proc target = find(caller, request.pid());
        int nice = request.nice();
        if (nice < Pm.NICE_MIN || nice > Pm.NICE_MAX) {
            return Result.of(Errno.EINVAL);
        }
        if (target == null) {
            return Result.of(Errno.ESRCH);
        }
        Message change = new SchedulingSetNice(target.endpoint, queue(nice));
        int status = sys.call(Endpoint.SCHED, change);
        if (status >= 0) {
            target.nice = nice;
        }
        return new Result(status);
    }

    /// Services have the queues that RS gives them, and no nice value.
    private @Nullable Proc find(Proc caller, int pid) {
        Proc target = pid == 0 ? caller : table.find(pid);
        return target != null && target.isUser() && target.willLive() ? target : null;
    }

    /// Asks the scheduling server for another policy, or which it has.
    Message setPolicy(int policy) {
        return new Result(sys.call(Endpoint.SCHED, new SchedulingSetPolicy(policy)));
    }
}

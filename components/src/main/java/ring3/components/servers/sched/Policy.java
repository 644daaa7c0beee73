package ring3.components.servers.sched;

import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Sched.SchedulingInherit;
import ring3.components.protocol.Sched.SchedulingSetNice;
import ring3.components.protocol.Sched.SchedulingStart;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Schedctl;
import ring3.syslib.KernelRequest.Schedule;
import ring3.syslib.Syslib;

/// The policy of MINIX (minix: servers/sched/schedule.c). Who uses up a whole quantum is busy
/// computing and sinks by one queue; every few seconds all who sank rise by one. So a process that
/// waits for keys goes before one that computes, and nobody starves.
final class Policy {
    private static final int QUEUES = 16;
    private static final int LOWEST_QUEUE = QUEUES - 1;
    private static final int SLOTS = 256;

    /// A process that we schedule.
    ///
    /// @param highest the queue above which it never rises
    /// @param queue where it is now; 0 is the most urgent
    private record Task(Endpoint endpoint, int highest, int queue, int quantumMillis) {
        Task in(int newQueue) {
            return new Task(endpoint, highest, newQueue, quantumMillis);
        }
    }

    private final Syslib sys;
    private final @Nullable Task[] tasks = new @Nullable Task[SLOTS];

    Policy(Syslib sys) {
        this.sys = sys;
    }

    /// Takes over a service with a queue and a quantum of its own.
    int start(SchedulingStart request) {
        int highest = request.maxPriority();
        return adopt(new Task(request.endpoint(), highest, highest, request.quantumMillis()));
    }

    /// Takes over a child, which goes on where its parent is: else forking would be a way to get a
    /// better place.
    int inherit(SchedulingInherit request) {
        Task parent = find(request.parent());
        if (parent == null) {
            return Errno.EINVAL.status();
        }
        int queue = parent.queue();
        int quantum = parent.quantumMillis();
        return adopt(new Task(request.endpoint(), request.maxPriority(), queue, quantum));
    }

    private int adopt(Task task) {
        int slot = task.endpoint().slot();
        boolean valid = task.highest() >= 0 && task.highest() < QUEUES && task.quantumMillis() > 0;
        if (!valid || slot < 0 || slot >= SLOTS) {
            return Errno.EINVAL.status();
        }
        int status = sys.status(new Schedctl(task.endpoint(), false, 0, 0));
        return status < 0 ? status : schedule(task);
    }

    /// Forgets a process.
    int stop(Endpoint endpoint) {
        if (find(endpoint) == null) {
            return Errno.EINVAL.status();
        }
        tasks[endpoint.slot()] = null;
        return 0;
    }

    /// Gives a process another highest queue, and puts it there.
    int setNice(SchedulingSetNice request) {
        Task task = find(request.endpoint());
        int highest = request.maxPriority();
        if (task == null || highest < 0 || highest >= QUEUES) {
            return Errno.EINVAL.status();
        }
        return schedule(new Task(task.endpoint(), highest, highest, task.quantumMillis()));
    }

    /// The process has used up its quantum.
    void quantumUsed(Endpoint endpoint) {
        Task task = find(endpoint);
        if (task != null) {
            schedule(task.in(Math.min(task.queue() + 1, LOWEST_QUEUE)));
        }
    }

    /// Everybody who sank rises by one.
    void balance() {
        for (Task task : tasks.clone()) {
            if (task != null && task.queue() > task.highest()) {
                schedule(task.in(task.queue() - 1));
            }
        }
    }

    private int schedule(Task task) {
        int status = sys.status(new Schedule(task.endpoint(), task.queue(), task.quantumMillis()));
        if (status >= 0) {
            tasks[task.endpoint().slot()] = task;
        }
        return status;
    }

    private @Nullable Task find(Endpoint endpoint) {
        int slot = endpoint.slot();
        Task task = slot >= 0 && slot < SLOTS ? tasks[slot] : null;
        return task != null && task.endpoint().equals(endpoint) ? task : null;
    }
}

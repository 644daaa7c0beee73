package ring3.components.servers.sched;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Sched;
import ring3.components.protocol.Sched.SchedulingInherit;
import ring3.components.protocol.Sched.SchedulingSetNice;
import ring3.components.protocol.Sched.SchedulingStart;
import ring3.components.protocol.SchedulingPolicy;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Schedctl;
import ring3.syslib.KernelRequest.Schedule;
import ring3.syslib.Syslib;

/// The processes that we schedule, and the policy they are under. What the policy wishes becomes
/// SYS_SCHEDULE here and nowhere else.
final class Schedules {
    private static final int SLOTS = 256;

    private final Syslib sys;
    private final Chance chance;
    private final @Nullable Task[] tasks = new @Nullable Task[SLOTS];
    private SchedulingPolicy chosen;
    private Policy policy;

    /// No processes yet, under the policy `first`.
    Schedules(Syslib sys, SchedulingPolicy first, Chance chance) {
        this.sys = sys;
        this.chance = chance;
        this.chosen = first;
        this.policy = policyFor(first);
    }

    private Policy policyFor(SchedulingPolicy choice) {
        return switch (choice) {
            case MINIX -> new MinixPolicy();
            case ROUND_ROBIN -> new RoundRobin();
            case LOTTERY -> new Lottery(chance);
        };
    }

    /// Puts everybody under another policy. Each begins anew, so nobody keeps a place that only the
    /// former policy would have changed again.
    int setPolicy(int place) {
        int former = chosen.ordinal();
        if (place == Sched.KEEP) {
            return former;
        }
        SchedulingPolicy next = SchedulingPolicy.at(place);
        if (next == null) {
            return Errno.EINVAL.status();
        }
        chosen = next;
        policy = policyFor(next);
        for (Task task : all()) {
            schedule(task.in(policy.first(task)));
        }
        return former;
    }

    /// Takes over a service, or init, with a queue and a quantum of its own.
    int start(SchedulingStart request) {
        boolean service = !request.endpoint().equals(Endpoint.INIT);
        int highest = request.maxPriority();
        Task task =
                new Task(request.endpoint(), service, highest, highest, request.quantumMillis());
        return task.isValid() ? adopt(task.in(policy.first(task))) : Errno.EINVAL.status();
    }

    /// Takes over a child.
    int inherit(SchedulingInherit request) {
        Task parent = find(request.parent());
        if (parent == null) {
            return Errno.EINVAL.status();
        }
        int highest = request.maxPriority();
        Task task = new Task(request.endpoint(), false, highest, highest, parent.quantumMillis());
        return task.isValid()
                ? adopt(task.in(policy.inherited(task, parent)))
                : Errno.EINVAL.status();
    }

    private int adopt(Task task) {
        int slot = task.endpoint().slot();
        if (slot < 0 || slot >= SLOTS) {
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

    /// Gives a process another highest queue.
    int setNice(SchedulingSetNice request) {
        Task task = find(request.endpoint());
        Task changed = task == null ? null : task.withHighest(request.maxPriority());
        return changed != null && changed.isValid()
                ? schedule(changed.in(policy.reniced(changed)))
                : Errno.EINVAL.status();
    }

    /// The process has used up its quantum.
    void quantumUsed(Endpoint endpoint) {
        Task task = find(endpoint);
        if (task != null) {
            policy.quantumUsed(task, all()).forEach(this::schedule);
        }
    }

    /// Five seconds have passed.
    void balance() {
        policy.balance(all()).forEach(this::schedule);
    }

    private int schedule(Task task) {
        int status = sys.status(new Schedule(task.endpoint(), task.queue(), task.quantumMillis()));
        if (status >= 0) {
            tasks[task.endpoint().slot()] = task;
        }
        return status;
    }

    private List<Task> all() {
        List<Task> all = new ArrayList<>();
        for (Task task : tasks) {
            if (task != null) {
                all.add(task);
            }
        }
        return all;
    }

    private @Nullable Task find(Endpoint endpoint) {
        int slot = endpoint.slot();
        Task task = slot >= 0 && slot < SLOTS ? tasks[slot] : null;
        return task != null && task.endpoint().equals(endpoint) ? task : null;
    }
}

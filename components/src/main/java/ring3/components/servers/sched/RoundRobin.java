package ring3.components.servers.sched;

import java.util.List;

/// Plain round robin: all user processes stand in one queue, and whoever has used up his quantum
/// goes to its end. It is perfectly fair to processes that compute, deaf to nice, and lets a
/// process that waits for keys wait for a whole round too.
final class RoundRobin implements Policy {
    @Override
    public int first(Task task) {
        return task.service() ? task.highest() : Task.USER_QUEUE;
    }

    @Override
    public int inherited(Task child, Task parent) {
        return first(child);
    }

    @Override
    public int reniced(Task task) {
        return task.queue();
    }

    /// The kernel puts who gets a new quantum behind the others of its queue.
    @Override
    public List<Task> quantumUsed(Task task, List<Task> all) {
        return List.of(task);
    }

    @Override
    public List<Task> balance(List<Task> all) {
        return List.of();
    }
}

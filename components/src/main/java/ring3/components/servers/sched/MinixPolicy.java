package ring3.components.servers.sched;

import java.util.List;

/// The policy of MINIX (minix: servers/sched/schedule.c). Who uses up a whole quantum is busy
/// computing and sinks by one queue; every few seconds all who sank rise by one. So a process that
/// waits for keys goes before one that computes, and nobody starves.
final class MinixPolicy implements Policy {
    @Override
    public int first(Task task) {
        return task.highest();
    }

    @Override
    public int inherited(Task child, Task parent) {
        return parent.queue();
    }

    @Override
    public int reniced(Task task) {
        return task.highest();
    }

    @Override
    public List<Task> quantumUsed(Task task, List<Task> all) {
        return List.of(task.in(Math.min(task.queue() + 1, Task.LOWEST_QUEUE)));
    }

    @Override
    public List<Task> balance(List<Task> all) {
        return all.stream()
                .filter(task -> task.queue() > task.highest())
                .map(task -> task.in(task.queue() - 1))
                .toList();
    }
}

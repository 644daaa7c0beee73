package ring3.components.servers.sched;

import java.util.List;

/// Decides who belongs in which queue, and nothing else: what it returns are wishes that somebody
/// else carries out. The kernel has the queues and quanta; to change how the machine is shared, no
/// line of the kernel changes.
///
/// Every method gets the tasks as they are, in the order of their slots, and a returned task is one
/// as it shall be. Each of them also gets a fresh quantum.
sealed interface Policy permits MinixPolicy, RoundRobin, Lottery {
    /// The queue of a process that comes to us from elsewhere, or from another policy.
    int first(Task task);

    /// The queue of a child. It must not be better than its parent's, else forking would be a way
    /// to get a better place.
    int inherited(Task child, Task parent);

    /// The queue of a process whose highest queue has just become another.
    int reniced(Task task);

    /// Who moves now that `task` has used up its quantum. It is among them: without a new quantum
    /// it would never run again.
    List<Task> quantumUsed(Task task, List<Task> all);

    /// Who moves because five seconds have passed.
    List<Task> balance(List<Task> all);
}

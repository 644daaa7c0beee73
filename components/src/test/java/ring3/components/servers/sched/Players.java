package ring3.components.servers.sched;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;

/// Processes under a policy, with the queues of the kernel and nothing else of it.
final class Players {
    private static final int SLOTS = 256;
    private static final int QUANTUM_MILLIS = 200;

    private final Policy policy;
    private final @Nullable Task[] tasks = new @Nullable Task[SLOTS];

    /// When each got its last quantum: the order within a queue.
    private final long[] turn = new long[SLOTS];

    private long turns;

    Players(Policy policy) {
        this.policy = policy;
    }

    /// A user process that is ready to compute.
    Task add(int slot, int highest) {
        return put(new Task(Endpoint.of(slot, 1), false, highest, highest, QUANTUM_MILLIS));
    }

    Task addService(int slot, int highest) {
        return put(new Task(Endpoint.of(slot, 1), true, highest, highest, QUANTUM_MILLIS));
    }

    private Task put(Task task) {
        Task placed = task.in(policy.first(task));
        schedule(placed);
        return placed;
    }

    void remove(int slot) {
        tasks[slot] = null;
    }

    /// The queue in which a child would begin.
    int inherit(int slot, int parent) {
        return policy.inherited(add(slot, task(parent).highest()), task(parent));
    }

    int queueOf(int slot) {
        return task(slot).queue();
    }

    void useUpQuantum(int slot) {
        policy.quantumUsed(task(slot), all()).forEach(this::schedule);
    }

    void balance() {
        policy.balance(all()).forEach(this::schedule);
    }

    /// Lets all compute for so many quanta, as the kernel would: the head of the first queue that
    /// is not empty. Returns how many quanta each slot got.
    int[] compute(int quanta) {
        int[] used = new int[SLOTS];
        for (int i = 0; i < quanta; i++) {
            int slot = first().endpoint().slot();
            used[slot]++;
            useUpQuantum(slot);
        }
        return used;
    }

    private Task first() {
        Task first = all().getFirst();
        for (Task task : all()) {
            boolean sooner = turn[task.endpoint().slot()] < turn[first.endpoint().slot()];
            if (task.queue() < first.queue() || task.queue() == first.queue() && sooner) {
                first = task;
            }
        }
        return first;
    }

    private void schedule(Task task) {
        tasks[task.endpoint().slot()] = task;
        turn[task.endpoint().slot()] = ++turns;
    }

    private Task task(int slot) {
        Task task = tasks[slot];
        assert task != null : "the test has put a process there";
        return task;
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
}

package ring3.components.servers.sched;

import java.util.ArrayList;
import java.util.List;
import ring3.syslib.Endpoint;

/// Lottery scheduling (Waldspurger and Weihl, OSDI 1994). Who uses up a whole quantum computes, and
/// is from then on a player: players stand in the lowest queue, and whenever one of them has used
/// up a quantum a draw lifts one to the queue of user processes, for one quantum. Each has as many
/// tickets as its highest queue is far from the bottom, so nice decides about the shares; and as
/// each has one at least, nobody starves.
///
/// We are not told who waits for something. But a winner that waits does not stop the players below
/// from using up a quantum, and that we are told: such a winner stays above and is no player any
/// more, so that no prize goes to the absent a second time.
final class Lottery implements Policy {
    private final Chance chance;
    private Endpoint winner = Endpoint.NONE;

    /// A lottery whose draws are decided by `chance`.
    Lottery(Chance chance) {
        this.chance = chance;
    }

    @Override
    public int first(Task task) {
        return task.service() ? task.highest() : Task.USER_QUEUE;
    }

    @Override
    public int inherited(Task child, Task parent) {
        return plays(parent) ? Task.LOWEST_QUEUE : first(child);
    }

    @Override
    public int reniced(Task task) {
        return task.queue();
    }

    @Override
    public List<Task> quantumUsed(Task task, List<Task> all) {
        if (task.service()) {
            return List.of(task);
        }
        Task loser = task.in(Task.LOWEST_QUEUE);
        if (!plays(task) && isTaken(all)) {
            return List.of(loser);
        }
        winner = Endpoint.NONE;
        Task lucky = draw(playersWith(loser, all)).in(Task.USER_QUEUE);
        winner = lucky.endpoint();
        return winner.equals(task.endpoint()) ? List.of(lucky) : List.of(loser, lucky);
    }

    @Override
    public List<Task> balance(List<Task> all) {
        return List.of();
    }

    private boolean plays(Task task) {
        boolean lost = !task.service() && task.queue() == Task.LOWEST_QUEUE;
        return lost || winner.equals(task.endpoint());
    }

    /// Whether the prize of the last draw is still somebody's.
    private boolean isTaken(List<Task> all) {
        return all.stream().anyMatch(task -> task.endpoint().equals(winner));
    }

    private List<Task> playersWith(Task loser, List<Task> all) {
        List<Task> players = new ArrayList<>();
        for (Task task : all) {
            if (task.endpoint().equals(loser.endpoint())) {
                players.add(loser);
            } else if (plays(task)) {
                players.add(task);
            }
        }
        return players;
    }

    private Task draw(List<Task> players) {
        int tickets = 0;
        for (Task player : players) {
            tickets += tickets(player);
        }
        int ticket = chance.below(tickets);
        int i = 0;
        while (ticket >= tickets(players.get(i))) {
            ticket -= tickets(players.get(i++));
        }
        return players.get(i);
    }

    /// How many tickets a process has: 1 to 16.
    static int tickets(Task task) {
        return Task.QUEUES - task.highest();
    }
}

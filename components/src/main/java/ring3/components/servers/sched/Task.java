package ring3.components.servers.sched;

import ring3.syslib.Endpoint;

/// A process that we schedule.
///
/// @param service whether it is a driver or server: others wait for it, so only the policy of MINIX
///   ever moves it
/// @param highest the queue above which it never rises; a nicer process has a greater number
/// @param queue where it is now; 0 is the most urgent
record Task(Endpoint endpoint, boolean service, int highest, int queue, int quantumMillis) {
    /// How many queues there are.
    static final int QUEUES = 16;

    /// The queue in which user processes begin.
    static final int USER_QUEUE = 7;

    static final int LOWEST_QUEUE = QUEUES - 1;

    Task in(int newQueue) {
        return new Task(endpoint, service, highest, newQueue, quantumMillis);
    }

    Task withHighest(int newHighest) {
        return new Task(endpoint, service, newHighest, queue, quantumMillis);
    }

    boolean isValid() {
        return highest >= 0 && highest < QUEUES && quantumMillis > 0;
    }
}

package ring3.components.protocol;

import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// Requests to the scheduling server (minix: servers/sched). The kernel's own SCHEDULING_NO_QUANTUM
/// is in the system library.
public sealed interface Sched extends Message {
    /// Instead of a policy: it stays as it is.
    int KEEP = -1;

    /// Takes over a service with these.
    record SchedulingStart(Endpoint endpoint, Endpoint parent, int maxPriority, int quantumMillis)
            implements Sched {
        @Override
        public int type() {
            return 0xF02;
        }
    }

    /// Forgets a process that has ended.
    record SchedulingStop(Endpoint endpoint) implements Sched {
        @Override
        public int type() {
            return 0xF03;
        }
    }

    /// Changes the highest queue a process may be in.
    record SchedulingSetNice(Endpoint endpoint, int maxPriority) implements Sched {
        @Override
        public int type() {
            return 0xF04;
        }
    }

    /// Takes over a process that was forked; it gets what its parent has.
    record SchedulingInherit(Endpoint endpoint, Endpoint parent, int maxPriority) implements Sched {
        @Override
        public int type() {
            return 0xF05;
        }
    }

    /// Puts everybody under another policy, the place of one in [SchedulingPolicy], at once; with
    /// [#KEEP] it asks only. The result is the policy until now. Ring3's own: MINIX has one policy,
    /// and 0xF06 is free there.
    record SchedulingSetPolicy(int policy) implements Sched {
        @Override
        public int type() {
            return 0xF06;
        }
    }
}

package ring3.components.protocol;

import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// Answers of the process manager that are more than a number.
public sealed interface PmReply extends Message {
    @Override
    default boolean isAnswer() {
        return true;
    }

    /// A child that ended: the low 7 bits of the status are the signal that ended it, the next 8
    /// bits above bit 7 its exit status.
    record PmWaited(int pid, int status) implements PmReply {
        @Override
        public int type() {
            return pid;
        }
    }

    /// The caller's pid and its parent's.
    record PmPids(int pid, int parent) implements PmReply {
        @Override
        public int type() {
            return pid;
        }
    }

    /// Time since 1970, from the emulated clock.
    record PmTime(long seconds, int nanos) implements PmReply {
        @Override
        public int type() {
            return 0;
        }
    }

    /// A new service process.
    record PmChild(Endpoint endpoint, int pid) implements PmReply {
        @Override
        public int type() {
            return 0;
        }
    }
}

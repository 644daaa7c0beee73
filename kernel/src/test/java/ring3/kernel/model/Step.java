package ring3.kernel.model;

import java.util.List;
import java.util.stream.Collectors;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Trap;

/// One operation of a story.
sealed interface Step {
    /// A trap by process `actor` that names a partner.
    record Act(int actor, Trap trap, Partner partner) implements Step {
        @Override
        public String toString() {
            return "p" + actor + " " + trap + " " + partner;
        }
    }

    /// SENDA by process `actor`.
    ///
    /// @param keep whether the entries of its last table that are not done come first in this one
    record Senda(int actor, boolean keep, List<Entry> entries) implements Step {
        @Override
        public String toString() {
            return entries.stream()
                    .map(Entry::toString)
                    .collect(
                            Collectors.joining(
                                    ", ", "p" + actor + " SENDA " + (keep ? "[..., " : "["), "]"));
        }
    }

    /// One message of a table.
    record Entry(Partner partner, int flags) {
        @Override
        public String toString() {
            return partner
                    + ((flags & AsyncMessage.NOTIFY) != 0 ? " NOTIFY" : "")
                    + ((flags & AsyncMessage.NOREPLY) != 0 ? " NOREPLY" : "")
                    + ((flags & AsyncMessage.NOTIFY_ERR) != 0 ? " NOTIFY_ERR" : "");
        }
    }

    /// Process `index` ends (SYS_CLEAR).
    record Die(int index) implements Step {
        @Override
        public String toString() {
            return "p" + index + " dies";
        }
    }

    /// Process `index`, which had ended, comes back with a new endpoint.
    record Return(int index) implements Step {
        @Override
        public String toString() {
            return "p" + index + " is born again";
        }
    }

    /// All who wait for process `index` are woken (SYS_PRIVCTL, CLEAR_IPC_REFS).
    record ClearRefs(int index) implements Step {
        @Override
        public String toString() {
            return "CLEAR_IPC_REFS p" + index;
        }
    }
}

package ring3.visualizer;

import ring3.events.ProcessKind;
import ring3.syslib.Endpoint;

/// One box of the house: a process, or the place of a service that died and will come back.
///
/// @param label its name; a second process of that name has a number behind it: `mfs-2`
/// @param kind its layer
/// @param place its place in the layer, from 0; a service keeps it while it is dead
/// @param incarnation how often a service of that label has started, from 1; 0 for a forked copy
///   that runs no program of its own yet
/// @param cause why it is dying, or why the incarnation before died; empty when nothing happened
/// @param sinceNanos when its phase began, in virtual time
public record Resident(
        String label,
        String name,
        Endpoint endpoint,
        ProcessKind kind,
        int place,
        int incarnation,
        Phase phase,
        String cause,
        long sinceNanos) {
    /// Where in its life it is.
    public enum Phase {
        /// It lives.
        ALIVE,
        /// It has failed or was told to die, and still has its slot.
        DYING,
        /// It is gone, and its place is kept.
        GONE
    }

    /// The cause without the source line, for a place with little room.
    public String causeInShort() {
        int place = cause.lastIndexOf(" at ");
        return place < 0 ? cause : cause.substring(0, place);
    }

    Resident in(Phase next, String why, long nanos) {
        return new Resident(label, name, endpoint, kind, place, incarnation, next, why, nanos);
    }

    /// The same place, alive as an incarnation so much later.
    Resident counted(int more, long nanos) {
        return new Resident(
                label, name, endpoint, kind, place, incarnation + more, Phase.ALIVE, cause, nanos);
    }

    Resident reborn(Endpoint as, long nanos) {
        return new Resident(
                label, name, as, kind, place, incarnation + 1, Phase.ALIVE, cause, nanos);
    }
}

package ring3.components.servers.vfs;

import ring3.syslib.Errno;

/// Ends a [Call] with an error, from whichever of its steps finds the reason. It is caught in one
/// place, [Call#step], so what a step has taken must be tied to the call before.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(Errno error) {
        this(error.status());
    }

    /// The reason as a negative error number.
    Refused(int status) {
        super(null, null, false, false);
        assert status < 0 : "a refusal needs an error, not " + status;
        this.status = status;
    }

    int status() {
        return status;
    }
}

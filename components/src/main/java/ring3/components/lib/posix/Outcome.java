package ring3.components.lib.posix;

import ring3.syslib.Errno;

/// What a call gives that answers more than a number.
public sealed interface Outcome<T> {
    /// The call worked.
    record Success<T>(T value) implements Outcome<T> {}

    /// The call was refused.
    record Failure<T>(Errno errno) implements Outcome<T> {}

    /// The answer to a call that returned the negative error number `status`.
    static <T> Outcome<T> failure(int status) {
        return new Failure<>(Errno.of(status));
    }

    /// The error, OK when there is none.
    default Errno error() {
        return switch (this) {
            case Success<T> _ -> Errno.OK;
            case Failure<T>(Errno errno) -> errno;
        };
    }
}

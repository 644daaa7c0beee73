package ring3.syslib;

/// The plain answer to a request: a number that is zero or more, or a negative error number. A trap
/// that fails before any partner could answer gives its caller the same.
public record Result(int status) implements Message {
    /// The answer when there is nothing to tell but success.
    public static final Result OK = new Result(0);

    /// The answer to a request that failed.
    public static Result of(Errno error) {
        return new Result(error.status());
    }

    @Override
    public boolean isAnswer() {
        return true;
    }

    @Override
    public int type() {
        return status;
    }
}

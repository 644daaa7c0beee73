package ring3.components.programs.shell;

/// Leaves the commands that are being run, up to the loop, function or shell that is meant.
public final class Unwind extends RuntimeException {
    /// What is left.
    public enum Kind {
        BREAK,
        CONTINUE,
        RETURN,
        EXIT
    }

    private final Kind kind;
    private final int number;

    private Unwind(Kind kind, int number) {
        super(null, null, false, false);
        this.kind = kind;
        this.number = number;
    }

    /// Leaves so many loops.
    static Unwind breaking(int loops) {
        return new Unwind(Kind.BREAK, loops);
    }

    /// Begins the next round of a loop so many loops up.
    static Unwind continuing(int loops) {
        return new Unwind(Kind.CONTINUE, loops);
    }

    /// Leaves a function or a script that was read in, with this status.
    static Unwind returning(int status) {
        return new Unwind(Kind.RETURN, status);
    }

    /// Leaves the shell with this status.
    static Unwind exiting(int status) {
        return new Unwind(Kind.EXIT, status);
    }

    /// What is left.
    public Kind kind() {
        return kind;
    }

    /// How many loops, or the status.
    public int number() {
        return number;
    }

    /// The status of `shell`, which ends by it.
    public int statusOf(Shell shell) {
        return kind == Kind.EXIT || kind == Kind.RETURN ? number : shell.status();
    }

    /// The same for the next loop further out.
    Unwind outwards() {
        return new Unwind(kind, number - 1);
    }
}

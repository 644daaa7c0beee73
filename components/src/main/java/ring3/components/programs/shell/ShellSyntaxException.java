package ring3.components.programs.shell;

/// The text is no command of the shell language, or only the beginning of one.
public final class ShellSyntaxException extends RuntimeException {
    private final boolean incomplete;

    private ShellSyntaxException(String message, boolean incomplete) {
        super(message, null, false, false);
        this.incomplete = incomplete;
    }

    static ShellSyntaxException wrong(String message) {
        return new ShellSyntaxException(message, false);
    }

    static ShellSyntaxException incomplete(String message) {
        return new ShellSyntaxException(message, true);
    }

    /// Whether more text could still make a command of it.
    public boolean isIncomplete() {
        return incomplete;
    }
}

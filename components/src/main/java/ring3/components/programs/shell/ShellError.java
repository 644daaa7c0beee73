package ring3.components.programs.shell;

/// A command cannot be carried out: an expansion or redirection failed. A shell that runs a script
/// ends, an interactive one asks for the next command.
public final class ShellError extends RuntimeException {
    /// An error with a sentence for people.
    public ShellError(String message) {
        super(message, null, false, false);
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}

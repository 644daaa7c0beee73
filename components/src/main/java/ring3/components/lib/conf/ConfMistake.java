package ring3.components.lib.conf;

/// A privileges file says something that cannot be. The message is one sentence with file, line and
/// cause: `/etc/system.conf.d/led:3: no kernel call is named FOO`.
public final class ConfMistake extends Exception {
    private static final long serialVersionUID = 1;

    /// A mistake in a line of a file.
    ConfMistake(String file, int line, String cause) {
        super(file + ":" + line + ": " + cause);
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}

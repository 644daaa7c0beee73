package ring3.components.programs.shell;

/// The options of a shell, one letter each: `e` ends at the first failure, `f` keeps patterns, `i`
/// asks for commands, `u` refuses variables that are not set, `x` shows what is run.
public final class Options {
    private static final String SETTABLE = "efux";

    private String letters = "";

    /// Whether an option is on.
    public boolean has(char letter) {
        return letters.indexOf(letter) >= 0;
    }

    /// Turns an option on or off.
    public void set(char letter, boolean on) {
        letters = letters.replace(String.valueOf(letter), "") + (on ? letter : "");
    }

    /// Follows an argument like `-eu` or `+x`. Returns whether all its letters are known.
    public boolean follow(String argument) {
        boolean on = argument.charAt(0) == '-';
        for (int i = 1; i < argument.length(); i++) {
            char letter = argument.charAt(i);
            if (SETTABLE.indexOf(letter) < 0) {
                return false;
            }
            set(letter, on);
        }
        return true;
    }

    /// The letters of those that are on.
    public String letters() {
        return letters;
    }
}

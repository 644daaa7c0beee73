package ring3.loader;

/// Why the bytes of an executable are not loaded: a sentence that names the class, the method if it
/// is in one, and the rule that was broken.
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final int line;

    private Refusal(String type, int line, String sentence) {
        super(sentence, null, false, false);
        this.type = type;
        this.line = line;
    }

    /// A rule broken by the executable as a whole.
    Refusal(String rule) {
        this("", 0, rule);
    }

    /// A rule broken by `place`, a class or a method of one.
    Refusal(String place, String rule) {
        this(place, 0, place + ": " + rule);
    }

    /// The same, of the class `type` and with the line of its program text.
    Refusal at(String type, int line) {
        return new Refusal(type, line, sentence());
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /// The class that breaks the rule, with dots; empty when it is the executable as a whole.
    public String type() {
        return type;
    }

    /// The line that breaks the rule, from 1; 0 when it is in none or the class file does not tell.
    public int line() {
        return line;
    }
}

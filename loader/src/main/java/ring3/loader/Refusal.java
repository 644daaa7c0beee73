package ring3.loader;

/// Why the bytes of an executable are not loaded: a sentence that names the class, the method if it
/// is in one, and the rule that was broken.
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /// A rule broken by the executable as a whole.
    Refusal(String rule) {
        super(rule, null, false, false);
    }

    /// A rule broken by `place`, a class or a method of one.
    Refusal(String place, String rule) {
        this(place + ": " + rule);
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}

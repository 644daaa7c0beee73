package ring3.app;

import java.nio.file.Path;

/// The person outside gave us something that we cannot use. The message is the one sentence that
/// this person reads: file, place and cause. It ends a command with status 2.
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String sentence;

    /// Something is wrong that is in no file.
    public BadInput(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /// Something is wrong with a file as a whole.
    public BadInput(Path file, String cause) {
        this(file + ": " + cause);
    }

    /// Something is wrong at one place in a file.
    public BadInput(Path file, String place, String cause) {
        this(file + ": " + place + ": " + cause);
    }

    /// What to tell the person.
    public String sentence() {
        return sentence;
    }
}

package ring3.components.programs;

import ring3.components.lib.posix.ErrorText;
import ring3.syslib.Errno;

/// Why a program cannot do what it was asked, in a sentence for people.
final class Complaint extends Exception {
    private static final long serialVersionUID = 1;

    Complaint(String sentence) {
        super(sentence);
    }

    /// What went wrong with a file.
    Complaint(String path, int status) {
        this(path + ": " + ErrorText.of(Errno.of(status)));
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}

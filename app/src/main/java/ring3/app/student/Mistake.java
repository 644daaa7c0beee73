package ring3.app.student;

import java.nio.file.Path;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/// What is wrong at one place of a component.
///
/// @param file null when it is in no file
/// @param line counted from 1, or 0 when it is not known
/// @param cause a sentence; its further lines tell more
public record Mistake(@Nullable Path file, long line, String cause) {
    /// A mistake at a place that a compiler names, which has -1 for a line that it does not know.
    static Mistake at(@Nullable Path file, long line, String cause) {
        return new Mistake(file, line == Diagnostic.NOPOS ? 0 : line, cause);
    }

    @Override
    public String toString() {
        String place = file == null ? "" : line == 0 ? file + ": " : file + ":" + line + ": ";
        return place + cause;
    }
}

package ring3.app.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What is wrong with a disk, a sentence each.
final class Findings {
    private final List<String> sentences = new ArrayList<>();

    /// Something is wrong at a place.
    void add(String place, String what) {
        sentences.add(place + ": " + what);
    }

    /// Says of things with numbers what is wrong with them, once for all that follow each other and
    /// have the same fault: a bitmap of zeros is one fault, not thousands.
    ///
    /// @param noun what they are
    /// @param fault what is wrong with one, or null
    void addRuns(String noun, int from, int to, IntFunction<@Nullable String> fault) {
        for (int first = from; first < to; ) {
            String what = fault.apply(first);
            int end = first + 1;
            while (what != null && end < to && what.equals(fault.apply(end))) {
                end++;
            }
            if (what != null) {
                String range = end - first == 1 ? " " + first : "s " + first + " to " + (end - 1);
                add(noun + range, what);
            }
            first = end;
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}

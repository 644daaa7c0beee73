package ring3.app.student;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The steps of a page of the documentation that a reader follows: what stands in fences, and what
/// its comments promise.
final class Tutorial {
    /// A step.
    ///
    /// @param kind the words behind the fence, or `panel` for a promise of what the panel shows
    /// @param line where it is, from 1
    record Step(String kind, int line, String text) {}

    private static final String FENCE = "```";
    private static final String PROMISE = "<!-- panel after ";
    private static final String END = " -->";

    private Tutorial() {}

    static List<Step> steps(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
                String text = String.join("\n", lines.subList(i + 1, end)) + "\n";
                steps.add(new Step(line.substring(FENCE.length()), i + 1, text));
                i = end;
            } else if (line.startsWith(PROMISE)) {
                String text = line.substring(PROMISE.length(), line.length() - END.length());
                steps.add(new Step("panel", i + 1, text));
            }
        }
        return steps;
    }
}

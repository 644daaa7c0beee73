package ring3.visualizer;

import java.util.List;
import ring3.events.snapshots.SourceLine;

/// Finds the program text of a process.
@FunctionalInterface
public interface SourceText {
    /// No text is at hand.
    SourceText NONE = _ -> List.of();

    /// The lines of the file, the first one at index 0; empty when the file is not known.
    List<String> of(SourceLine place);
}

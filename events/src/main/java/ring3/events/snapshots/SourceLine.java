package ring3.events.snapshots;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where in its program text a process is.
///
/// @param className the class, with its package
/// @param method the method
/// @param file the file's name without its folder
/// @param line the line, from 1
public record SourceLine(String className, String method, String file, int line) {
    private static final List<String> HOST =
            List.of("ring3.kernel.", "ring3.syslib.", "ring3.hardware.", "java.", "jdk.");
    private static final String LIBRARY = ".lib.";

    /// The innermost line of `stack` that belongs to a program: its own rather than one of the
    /// libraries it shares with others, whose packages are called `lib`. What the loader has added
    /// has no line. Null when there is none.
    public static @Nullable SourceLine of(StackTraceElement[] stack) {
        SourceLine shared = null;
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            String file = frame.getFileName();
            if (file == null
                    || frame.getLineNumber() <= 0
                    || HOST.stream().anyMatch(type::startsWith)) {
                continue;
            }
            SourceLine line =
                    new SourceLine(type, frame.getMethodName(), file, frame.getLineNumber());
            if (!type.contains(LIBRARY)) {
                return line;
            }
            shared = shared == null ? line : shared;
        }
        return shared;
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}

package ring3.components.programs;

import java.util.List;
import java.util.function.ToIntBiFunction;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Posix;

/// What `cp`, `mv` and `ln` have in common: sources in front, and a last operand that is the new
/// name or a directory for all of them.
final class Destination {
    private Destination() {}

    /// Does `action` with each source and its new path. Returns the status of the program.
    static int each(Posix posix, CommandLine line, ToIntBiFunction<String, String> action) {
        String last = line.operands().getLast();
        List<String> sources = line.operands().subList(0, line.operands().size() - 1);
        boolean directory = posix.tree().isDirectory(last);
        if (!directory && sources.size() > 1) {
            posix.complain(line.name(), last + ": Not a directory");
            return 1;
        }
        int status = 0;
        for (String source : sources) {
            String slash = last.endsWith("/") ? "" : "/";
            String path = directory ? last + slash + CommandLine.baseName(source) : last;
            status |= action.applyAsInt(source, path);
        }
        return status;
    }
}

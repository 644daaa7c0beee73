package ring3.components.programs.shell;

import java.util.List;

/// A command that the shell carries out itself.
@FunctionalInterface
interface Builtin {
    /// Runs it; the first argument is its name. Returns its status.
    int run(List<String> arguments);
}

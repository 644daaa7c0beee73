package ring3.components.programs.shell;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.posix.UserProgram;
import ring3.components.programs.Echo;
import ring3.components.programs.False;
import ring3.components.programs.Kill;
import ring3.components.programs.Pwd;
import ring3.components.programs.Test;
import ring3.components.programs.True;

/// The commands that the shell carries out itself: those that change the shell, and a few utilities
/// that scripts call so often that a process for each would be a waste.
final class Builtins {
    private static final List<String> SPECIAL =
            List.of(
                    ":",
                    ".",
                    "break",
                    "continue",
                    "eval",
                    "exec",
                    "exit",
                    "export",
                    "readonly",
                    "return",
                    "set",
                    "shift",
                    "unset");

    private final Map<String, Builtin> table = new TreeMap<>();

    Builtins(Shell shell, Executor executor) {
        new ControlBuiltins(shell, executor).addTo(table);
        new VariableBuiltins(shell).addTo(table);
        new ProcessBuiltins(shell, executor.jobs()).addTo(table);
        table.put("read", new ReadBuiltin(shell));
        addUtility(shell, "echo", new Echo());
        addUtility(shell, "false", new False());
        addUtility(shell, "kill", new Kill());
        addUtility(shell, "pwd", new Pwd());
        addUtility(shell, "test", new Test());
        addUtility(shell, "[", new Test());
        addUtility(shell, "true", new True());
    }

    private void addUtility(Shell shell, String name, UserProgram program) {
        table.put(name, arguments -> program.main(shell.posix(), arguments));
    }

    /// Whether the built-in is a special one (POSIX 2.14).
    static boolean isSpecial(String name) {
        return SPECIAL.contains(name);
    }

    /// The built-in with that name, null when there is none.
    @Nullable Builtin get(String name) {
        return table.get(name);
    }
}

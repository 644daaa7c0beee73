package ring3.components.programs.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.posix.Outcome;
import ring3.components.protocol.Dirent;

/// Answers what expansion asks, from the shell and the system.
final class Substitutions implements ExpansionHost {
    private final Shell shell;
    private final Jobs jobs;
    private final Executor executor;

    Substitutions(Shell shell, Jobs jobs, Executor executor) {
        this.shell = shell;
        this.jobs = jobs;
        this.executor = executor;
    }

    @Override
    public @Nullable String parameter(String name) {
        return shell.parameter(name);
    }

    @Override
    public void assign(String name, String value) {
        if (!Names.isName(name)) {
            throw new ShellError(name + ": bad variable name");
        }
        shell.variables().set(name, value);
    }

    @Override
    public List<String> arguments() {
        return shell.arguments();
    }

    @Override
    public String separators() {
        return shell.variables().separators();
    }

    @Override
    public String output(Command body) {
        String output = jobs.output(() -> executor.runLast(body));
        int end = output.length();
        while (end > 0 && output.charAt(end - 1) == '\n') {
            end--;
        }
        return output.substring(0, end);
    }

    @Override
    public boolean refusesUnset() {
        return shell.options().has('u');
    }

    @Override
    public boolean expandsFileNames() {
        return !shell.options().has('f');
    }

    @Override
    public List<String> namesIn(String directory) {
        return switch (shell.posix().tree().list(directory)) {
            case Outcome.Success<List<Dirent>>(List<Dirent> entries) ->
                    entries.stream().map(Dirent::name).toList();
            case Outcome.Failure<List<Dirent>> _ -> List.of();
        };
    }

    @Override
    public boolean exists(String path) {
        return shell.posix().tree().lstat(path) instanceof Outcome.Success;
    }
}

package ring3.components.programs.shell;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import ring3.components.lib.posix.ErrorText;
import ring3.components.lib.posix.Posix;
import ring3.syslib.Errno;

/// Runs simple commands (POSIX 2.9.1): assignments, functions, built-ins and programs.
final class SimpleCommands {
    private static final int NOT_FOUND = 127;
    private static final int NOT_EXECUTABLE = 126;

    private final Shell shell;
    private final Posix posix;
    private final Executor executor;
    private final Jobs jobs;
    private final Expander expander;
    private final Redirections redirections;
    private final Builtins builtins;

    SimpleCommands(
            Shell shell,
            Executor executor,
            Jobs jobs,
            Expander expander,
            Redirections redirections) {
        this.shell = shell;
        this.posix = shell.posix();
        this.executor = executor;
        this.jobs = jobs;
        this.expander = expander;
        this.redirections = redirections;
        this.builtins = new Builtins(shell, executor);
    }

    /// Runs a command. When the process is there for nothing else (`replaces`), a program takes its
    /// place; otherwise it gets a process of its own.
    int run(Command.Simple command, boolean replaces) {
        jobs.forgetOutputStatus();
        List<String> arguments = expander.arguments(command.words());
        if (shell.options().has('x') && !arguments.isEmpty()) {
            posix.err().line("+ " + String.join(" ", arguments));
        }
        if (arguments.isEmpty()) {
            return withoutName(command);
        }
        String name = arguments.getFirst();
        if (Builtins.isSpecial(name)) {
            return special(command, arguments);
        }
        Command function = shell.functions().get(name);
        if (function != null) {
            return inShell(command, () -> call(function, arguments));
        }
        Builtin builtin = builtins.get(name);
        if (builtin != null) {
            return inShell(command, () -> flushed(name, builtin.run(arguments)));
        }
        return replaces
                ? replace(command, arguments)
                : jobs.foreground(() -> replace(command, arguments));
    }

    /// Assignments and redirections alone: these are tried and taken back, those stay.
    private int withoutName(Command.Simple command) {
        redirections.restore(redirections.applyForNow(command.redirects()));
        assign(command);
        return jobs.outputStatus();
    }

    private void assign(Command.Simple command) {
        for (Command.Assignment assignment : command.assignments()) {
            shell.variables().set(assignment.name(), expander.text(assignment.value()));
        }
    }

    /// A special built-in: what is assigned stays, and an error ends a shell that runs a script.
    /// The redirections of `exec` stay too.
    private int special(Command.Simple command, List<String> arguments) {
        String name = arguments.getFirst();
        assign(command);
        if (name.equals("exec")) {
            redirections.apply(command.redirects());
            List<String> rest = arguments.subList(1, arguments.size());
            if (!rest.isEmpty()) {
                throw Unwind.exiting(execute(rest));
            }
            return 0;
        }
        Builtin builtin = Objects.requireNonNull(builtins.get(name));
        List<Redirections.Saved> saved = redirections.applyForNow(command.redirects());
        try {
            return flushed(name, builtin.run(arguments));
        } finally {
            redirections.restore(saved);
        }
    }

    private int inShell(Command.Simple command, IntSupplier action) {
        Map<String, Optional<String>> former = new TreeMap<>();
        for (Command.Assignment assignment : command.assignments()) {
            String value = shell.variables().get(assignment.name());
            former.putIfAbsent(assignment.name(), Optional.ofNullable(value));
        }
        List<Redirections.Saved> saved;
        try {
            saved = redirections.applyForNow(command.redirects());
        } catch (ShellError error) {
            return shell.complain(error.sentence());
        }
        try {
            assign(command);
            return action.getAsInt();
        } finally {
            redirections.restore(saved);
            former.forEach(this::putBack);
        }
    }

    private void putBack(String name, Optional<String> value) {
        if (value.isPresent()) {
            shell.variables().set(name, value.get());
        } else {
            shell.variables().unset(name);
        }
    }

    private int flushed(String name, int status) {
        int written = posix.out().flush();
        if (written < 0) {
            shell.complain(name + ": " + ErrorText.of(Errno.of(written)));
            return 1;
        }
        return status;
    }

    private int call(Command function, List<String> arguments) {
        List<String> former = shell.arguments();
        shell.setArguments(arguments.subList(1, arguments.size()));
        try {
            return executor.run(function);
        } catch (Unwind unwind) {
            if (unwind.kind() != Unwind.Kind.RETURN) {
                throw unwind;
            }
            return unwind.number();
        } finally {
            shell.setArguments(former);
        }
    }

    /// Becomes the program. Returns the status when that fails.
    private int replace(Command.Simple command, List<String> arguments) {
        redirections.apply(command.redirects());
        assign(command);
        command.assignments().forEach(assignment -> shell.variables().export(assignment.name()));
        return execute(arguments);
    }

    private int execute(List<String> arguments) {
        int status = posix.execvp(arguments, shell.variables().environment());
        Errno error = Errno.of(status);
        if (error == Errno.ENOENT) {
            shell.complain(arguments.getFirst() + ": not found");
            return NOT_FOUND;
        }
        shell.complain(arguments.getFirst() + ": " + ErrorText.of(error));
        return NOT_EXECUTABLE;
    }
}

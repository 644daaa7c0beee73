package ring3.components.programs.shell;

import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Runs commands. Each returns its status, which is 0 for success.
public final class Executor {
    private final Shell shell;
    private final Jobs jobs;
    private final Expander expander;
    private final Redirections redirections;
    private final SimpleCommands simples;
    private int tested;
    private int loops;

    /// An executor for a shell.
    public Executor(Shell shell) {
        this.shell = shell;
        jobs = new Jobs(shell);
        expander = new Expander(new Substitutions(shell, jobs, this));
        redirections = new Redirections(shell.posix(), expander);
        simples = new SimpleCommands(shell, this, jobs, expander, redirections);
    }

    /// The processes of the shell.
    Jobs jobs() {
        return jobs;
    }

    /// How many loops the current command is in.
    int loops() {
        return loops;
    }

    /// Runs a command of the shell.
    public int run(Command command) {
        int status =
                switch (command) {
                    case Command.Simple simple -> failing(simples.run(simple, false));
                    case Command.Pipeline(List<Command> commands) ->
                            failing(jobs.pipeline(bodies(commands)));
                    case Command.Subshell _ -> failing(jobs.foreground(() -> runLast(command)));
                    case Command.Not(Command inner) -> test(inner) == 0 ? 1 : 0;
                    case Command.And(Command left, Command right) -> {
                        int first = test(left);
                        yield first == 0 ? run(right) : first;
                    }
                    case Command.Or(Command left, Command right) -> {
                        int first = test(left);
                        yield first != 0 ? run(right) : first;
                    }
                    case Command.Background(Command inner) -> {
                        jobs.background(() -> runLast(inner));
                        yield 0;
                    }
                    case Command.Sequence(List<Command> commands) -> runAll(commands);
                    case Command.If conditional -> runIf(conditional);
                    case Command.Loop loop -> runLoop(loop);
                    case Command.For each -> runFor(each);
                    case Command.Case choice -> runCase(choice);
                    case Command.Function(String name, Command body) -> {
                        shell.functions().put(name, body);
                        yield 0;
                    }
                    case Command.Redirected(Command body, List<Redirect> redirects) ->
                            runRedirected(body, redirects);
                };
        shell.setStatus(status);
        return status;
    }

    /// Runs the command that a process of its own is there for; a program takes its place.
    int runLast(Command command) {
        loops = 0;
        return switch (command) {
            case Command.Simple simple -> simples.run(simple, true);
            case Command.Subshell(Command body) -> run(body);
            default -> run(command);
        };
    }

    /// With option `e` the first failure that nobody tests ends the shell.
    private int failing(int status) {
        if (status != 0 && tested == 0 && shell.options().has('e')) {
            throw Unwind.exiting(status);
        }
        return status;
    }

    /// Runs a command whose failure is an answer.
    private int test(Command command) {
        tested++;
        try {
            return run(command);
        } finally {
            tested--;
        }
    }

    private List<IntSupplier> bodies(List<Command> commands) {
        return commands.stream().<IntSupplier>map(command -> () -> runLast(command)).toList();
    }

    private int runAll(List<Command> commands) {
        int status = 0;
        for (Command command : commands) {
            status = run(command);
        }
        return status;
    }

    private int runIf(Command.If conditional) {
        if (test(conditional.condition()) == 0) {
            return run(conditional.then());
        }
        @Nullable Command otherwise = conditional.otherwise();
        return otherwise == null ? 0 : run(otherwise);
    }

    private int runLoop(Command.Loop loop) {
        int status = 0;
        loops++;
        try {
            boolean more = true;
            while (more) {
                try {
                    more = test(loop.condition()) == 0 != loop.until();
                    status = more ? run(loop.body()) : status;
                } catch (Unwind unwind) {
                    more = goesOn(unwind);
                    status = 0;
                }
            }
        } finally {
            loops--;
        }
        return status;
    }

    private int runFor(Command.For each) {
        @Nullable List<Word> words = each.words();
        List<String> values = words == null ? shell.arguments() : expander.arguments(words);
        int status = 0;
        loops++;
        try {
            boolean more = true;
            for (int i = 0; more && i < values.size(); i++) {
                shell.variables().set(each.name(), values.get(i));
                try {
                    status = run(each.body());
                } catch (Unwind unwind) {
                    more = goesOn(unwind);
                    status = 0;
                }
            }
        } finally {
            loops--;
        }
        return status;
    }

    /// Whether the loop that was reached has a next round.
    private static boolean goesOn(Unwind unwind) {
        boolean mine = unwind.kind() == Unwind.Kind.BREAK || unwind.kind() == Unwind.Kind.CONTINUE;
        if (!mine) {
            throw unwind;
        }
        if (unwind.number() > 1) {
            throw unwind.outwards();
        }
        return unwind.kind() == Unwind.Kind.CONTINUE;
    }

    private int runCase(Command.Case choice) {
        String subject = expander.text(choice.subject());
        for (Command.Arm arm : choice.arms()) {
            for (Word pattern : arm.patterns()) {
                if (new Pattern(expander.pattern(pattern)).matches(subject)) {
                    return run(arm.body());
                }
            }
        }
        return 0;
    }

    private int runRedirected(Command body, List<Redirect> redirects) {
        List<Redirections.Saved> saved;
        try {
            saved = redirections.applyForNow(redirects);
        } catch (ShellError error) {
            return failing(shell.complain(error.sentence()));
        }
        try {
            return run(body);
        } finally {
            redirections.restore(saved);
        }
    }
}

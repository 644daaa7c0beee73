package ring3.components.programs.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command as the parser understood it.
public sealed interface Command {
    /// `name=value` in front of a command.
    record Assignment(String name, Word value) {}

    /// `NAME=value word word >file`.
    record Simple(List<Assignment> assignments, List<Word> words, List<Redirect> redirects)
            implements Command {}

    /// `a | b | c`: each reads what the one before writes.
    record Pipeline(List<Command> commands) implements Command {}

    /// `! a`.
    record Not(Command command) implements Command {}

    /// `a && b`.
    record And(Command left, Command right) implements Command {}

    /// `a || b`.
    record Or(Command left, Command right) implements Command {}

    /// `a &`.
    record Background(Command command) implements Command {}

    /// `a; b; c`, on one line or several.
    record Sequence(List<Command> commands) implements Command {}

    /// `( a )`: a copy of the shell runs it.
    record Subshell(Command body) implements Command {}

    /// `if a; then b; else c; fi`; null for no `else`.
    record If(Command condition, Command then, @Nullable Command otherwise) implements Command {}

    /// `while a; do b; done`, with `until` the other way round.
    record Loop(Command condition, boolean until, Command body) implements Command {}

    /// `for name in words; do a; done`; null words stand for the arguments.
    record For(String name, @Nullable List<Word> words, Command body) implements Command {}

    /// `case word in pattern) a;; esac`.
    record Case(Word subject, List<Arm> arms) implements Command {}

    /// `a|b) commands;;`.
    record Arm(List<Word> patterns, Command body) {}

    /// `name() command`.
    record Function(String name, Command body) implements Command {}

    /// A compound command with redirections behind it.
    record Redirected(Command body, List<Redirect> redirects) implements Command {}
}

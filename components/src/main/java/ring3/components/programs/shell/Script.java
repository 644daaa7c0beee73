package ring3.components.programs.shell;

import org.jspecify.annotations.Nullable;

/// Runs the commands of a text one by one: a command is run before the next is looked at.
public final class Script {
    private final Executor executor;
    private final Input input;
    private String text = "";
    private int position;

    /// The commands of `input`.
    public Script(Executor executor, Input input) {
        this.executor = executor;
        this.input = input;
    }

    /// Runs all commands. Returns the status of the last, 0 if there are none. Text that is no
    /// command stops it with a [ShellError].
    public int run() {
        int status = 0;
        for (Command command = next(); command != null; command = next()) {
            status = executor.run(command);
        }
        return status;
    }

    /// The next command, null at the end. After a [ShellError] the rest of its line is dropped.
    public @Nullable Command next() {
        try {
            return parseNext();
        } catch (ShellSyntaxException e) {
            text = "";
            position = 0;
            throw new ShellError("Syntax error: " + e.getMessage());
        }
    }

    private @Nullable Command parseNext() {
        while (true) {
            Parser parser = Parser.of(text, position);
            try {
                Command command = parser.next();
                position = parser.position();
                if (command != null) {
                    return command;
                }
                @Nullable String more = lines(false);
                if (more == null) {
                    return null;
                }
                text = more;
                position = 0;
            } catch (ShellSyntaxException e) {
                @Nullable String more = e.isIncomplete() ? lines(true) : null;
                if (more == null) {
                    throw e;
                }
                text = text.substring(position) + more;
                position = 0;
            }
        }
    }

    /// The next lines; one that ends in a backslash has not ended.
    private @Nullable String lines(boolean continues) {
        @Nullable String lines = input.lines(continues);
        while (lines != null && isContinued(lines)) {
            @Nullable String more = input.lines(true);
            if (more == null) {
                return lines;
            }
            lines += more;
        }
        return lines;
    }

    private static boolean isContinued(String lines) {
        int backslashes = 0;
        if (lines.endsWith("\n")) {
            while (lines.startsWith("\\", lines.length() - 2 - backslashes)) {
                backslashes++;
            }
        }
        return backslashes % 2 == 1;
    }
}

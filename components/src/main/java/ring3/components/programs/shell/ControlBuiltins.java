package ring3.components.programs.shell;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import ring3.components.lib.posix.ErrorText;
import ring3.components.lib.posix.In;
import ring3.components.protocol.Fcntl;
import ring3.syslib.Errno;

/// The built-ins that steer: `:`, `.`, `break`, `continue`, `eval`, `exit`, `return`.
final class ControlBuiltins {
    private final Shell shell;
    private final Executor executor;

    ControlBuiltins(Shell shell, Executor executor) {
        this.shell = shell;
        this.executor = executor;
    }

    void addTo(Map<String, Builtin> table) {
        table.put(":", _ -> 0);
        table.put(".", this::source);
        table.put("break", arguments -> leaveLoops(arguments, Unwind::breaking));
        table.put("continue", arguments -> leaveLoops(arguments, Unwind::continuing));
        table.put("eval", this::eval);
        table.put(
                "exit",
                arguments -> {
                    throw Unwind.exiting(number(arguments, shell.status()) & 0xff);
                });
        table.put(
                "return",
                arguments -> {
                    throw Unwind.returning(number(arguments, shell.status()) & 0xff);
                });
    }

    private int leaveLoops(List<String> arguments, IntFunction<Unwind> unwind) {
        int wanted = Math.min(number(arguments, 1), executor.loops());
        if (wanted > 0) {
            throw unwind.apply(wanted);
        }
        return 0;
    }

    private static int number(List<String> arguments, int otherwise) {
        if (arguments.size() < 2) {
            return otherwise;
        }
        try {
            return Integer.parseInt(arguments.get(1));
        } catch (NumberFormatException e) {
            throw new ShellError(arguments.getFirst() + ": Illegal number: " + arguments.get(1));
        }
    }

    private int eval(List<String> arguments) {
        String text = String.join(" ", arguments.subList(1, arguments.size()));
        return new Script(executor, Input.of(text)).run();
    }

    private int source(List<String> arguments) {
        if (arguments.size() < 2) {
            throw new ShellError(".: filename argument required");
        }
        String path = arguments.get(1);
        int fd = shell.posix().tree().open(path, Fcntl.O_RDONLY);
        if (fd < 0) {
            throw new ShellError(".: cannot open " + path + ": " + ErrorText.of(Errno.of(fd)));
        }
        String text = new In(shell.posix().files(), fd).rest();
        shell.posix().files().close(fd);
        try {
            return new Script(executor, Input.of(text)).run();
        } catch (Unwind unwind) {
            if (unwind.kind() != Unwind.Kind.RETURN) {
                throw unwind;
            }
            return unwind.number();
        }
    }
}

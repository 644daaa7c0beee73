package ring3.components.programs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.posix.ErrorText;
import ring3.components.lib.posix.In;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.components.programs.shell.Command;
import ring3.components.programs.shell.Executor;
import ring3.components.programs.shell.Input;
import ring3.components.programs.shell.Script;
import ring3.components.programs.shell.Shell;
import ring3.components.programs.shell.ShellError;
import ring3.components.programs.shell.Unwind;
import ring3.components.protocol.Fcntl;
import ring3.kernel.syslib.Errno;
import ring3.kernel.syslib.Signals;

/// The shell: `sh [-efiux] [-c command [name [argument...]] | file [argument...]]`. Without a
/// command or a file it reads commands from standard input, and asks for them if that is a
/// terminal.
public final class Sh implements UserProgram {
    private static final int USAGE_STATUS = 2;

    /// Descriptors from here on are out of the way of scripts.
    private static final int SCRIPT_FD = 10;

    @Override
    public int main(Posix posix, List<String> arguments) {
        int next = 1;
        StringBuilder options = new StringBuilder("-");
        boolean command = false;
        boolean interactive = false;
        boolean fromInput = false;
        while (next < arguments.size() && arguments.get(next).startsWith("-")) {
            for (char letter : arguments.get(next++).substring(1).toCharArray()) {
                switch (letter) {
                    case 'c' -> command = true;
                    case 'i' -> interactive = true;
                    case 's' -> fromInput = true;
                    default -> options.append(letter);
                }
            }
        }
        List<String> rest = arguments.subList(next, arguments.size());
        if (command && rest.isEmpty()) {
            posix.complain("sh", "-c requires an argument");
            return USAGE_STATUS;
        }
        List<String> operands = command ? rest.subList(1, rest.size()) : rest;
        Shell shell =
                fromInput
                        ? new Shell(posix, arguments.getFirst(), operands)
                        : shell(posix, arguments.getFirst(), operands);
        if (!shell.options().follow(options.toString())) {
            return shell.complain("Illegal option " + options);
        }
        if (command) {
            return run(shell, Input.of(rest.getFirst()));
        }
        if (!operands.isEmpty() && !fromInput) {
            return runFile(shell, operands.getFirst());
        }
        boolean terminal = posix.terminals().isTerminal(0) && posix.terminals().isTerminal(2);
        return interactive || terminal ? converse(shell) : run(shell, _ -> posix.in().line());
    }

    private static Shell shell(Posix posix, String name, List<String> operands) {
        return operands.isEmpty()
                ? new Shell(posix, name, List.of())
                : new Shell(posix, operands.getFirst(), operands.subList(1, operands.size()));
    }

    private static int runFile(Shell shell, String path) {
        Posix posix = shell.posix();
        int opened = posix.tree().open(path, Fcntl.O_RDONLY);
        if (opened < 0) {
            return shell.complain("cannot open " + path + ": " + ErrorText.of(Errno.of(opened)));
        }
        int fd = posix.files().dupForSelf(opened, SCRIPT_FD);
        posix.files().close(opened);
        In script = new In(posix.files(), fd);
        return run(shell, _ -> script.line());
    }

    private static int run(Shell shell, Input input) {
        try {
            return new Script(new Executor(shell), input).run();
        } catch (Unwind unwind) {
            return unwind.endsShell() ? unwind.number() : shell.status();
        } catch (ShellError error) {
            return shell.complain(error.sentence());
        }
    }

    /// Asks for commands until the end of the input. An interrupt is for the command that runs,
    /// never for the shell.
    private static int converse(Shell shell) {
        Posix posix = shell.posix();
        posix.processes().ignore(Signals.SIGINT);
        posix.processes().ignore(Signals.SIGQUIT);
        posix.processes().ignore(Signals.SIGTERM);
        posix.processes().setGroup(0, 0);
        posix.terminals().setGroup(0, posix.processes().group());
        shell.options().set('i', true);
        shell.setJobControl(true);
        Executor executor = new Executor(shell);
        Script script = new Script(executor, continues -> ask(shell, executor, continues));
        try {
            while (converseOnce(shell, script, executor)) {}
        } catch (Unwind unwind) {
            return unwind.endsShell() ? unwind.number() : shell.status();
        }
        return shell.status();
    }

    private static boolean converseOnce(Shell shell, Script script, Executor executor) {
        try {
            Command command = script.next();
            if (command == null) {
                return false;
            }
            executor.run(command);
        } catch (ShellError error) {
            shell.setStatus(shell.complain(error.sentence()));
        }
        return true;
    }

    private static @Nullable String ask(Shell shell, Executor executor, boolean continues) {
        executor.reap();
        Posix posix = shell.posix();
        String prompt = shell.variables().get(continues ? "PS2" : "PS1");
        posix.err().text(prompt != null ? prompt : continues ? "> " : "# ");
        posix.err().flush();
        return posix.in().line();
    }
}

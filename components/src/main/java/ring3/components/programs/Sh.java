package ring3.components.programs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.posix.ErrorText;
import ring3.components.lib.posix.In;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.components.programs.shell.Conversation;
import ring3.components.programs.shell.Executor;
import ring3.components.programs.shell.Input;
import ring3.components.programs.shell.Invocation;
import ring3.components.programs.shell.Script;
import ring3.components.programs.shell.Shell;
import ring3.components.programs.shell.ShellError;
import ring3.components.programs.shell.Unwind;
import ring3.components.protocol.Fcntl;
import ring3.syslib.Errno;

/// The shell: `sh [-efisux] [-c command [name [argument...]] | file [argument...]]`. Without a
/// command or a file it reads commands from standard input, and asks for them if that is a
/// terminal.
public final class Sh implements UserProgram {
    private static final int USAGE_STATUS = 2;

    /// Descriptors from here on are out of the way of scripts.
    private static final int SCRIPT_FD = 10;

    @Override
    public int main(Posix posix, List<String> arguments) {
        Invocation invocation = Invocation.parse(arguments);
        if (invocation == null) {
            posix.complain("sh", "-c requires an argument");
            return USAGE_STATUS;
        }
        Shell shell = new Shell(posix, invocation.name(), invocation.arguments());
        if (!shell.options().follow(invocation.options())) {
            return shell.complain("Illegal option " + invocation.options());
        }
        @Nullable String command = invocation.command();
        @Nullable String file = invocation.file();
        if (command != null) {
            return run(shell, Input.of(command));
        }
        if (file != null) {
            return runFile(shell, file);
        }
        boolean terminal = posix.terminals().isTerminal(0) && posix.terminals().isTerminal(2);
        return invocation.interactive() || terminal
                ? new Conversation(shell).run()
                : run(shell, _ -> posix.in().line());
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
            return unwind.statusOf(shell);
        } catch (ShellError error) {
            return shell.complain(error.sentence());
        }
    }
}

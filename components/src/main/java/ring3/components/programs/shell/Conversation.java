package ring3.components.programs.shell;

import org.jspecify.annotations.Nullable;
import ring3.components.lib.posix.Posix;
import ring3.syslib.Signals;

/// A shell that asks for commands on a terminal, until the end of the input. An interrupt is for
/// the command that runs, never for the shell.
public final class Conversation {
    private static final int TERMINAL = 0;

    private final Shell shell;
    private final Posix posix;
    private final Executor executor;
    private final Script script;

    /// A conversation with the user of `shell`.
    public Conversation(Shell shell) {
        this.shell = shell;
        posix = shell.posix();
        executor = new Executor(shell);
        script = new Script(executor, this::ask);
    }

    /// Holds it. Returns the status of the shell.
    public int run() {
        takeTerminal();
        try {
            boolean more = true;
            while (more) {
                more = runNext();
            }
        } catch (Unwind unwind) {
            return unwind.statusOf(shell);
        }
        return shell.status();
    }

    private void takeTerminal() {
        posix.processes().ignore(Signals.SIGINT);
        posix.processes().ignore(Signals.SIGQUIT);
        posix.processes().ignore(Signals.SIGTERM);
        posix.processes().setGroup(0, 0);
        posix.terminals().setGroup(TERMINAL, posix.processes().group());
        shell.options().set('i', true);
        shell.setJobControl(true);
    }

    private boolean runNext() {
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

    private @Nullable String ask(boolean continues) {
        executor.jobs().leftRunning().reap();
        String prompt = shell.variables().get(continues ? "PS2" : "PS1");
        posix.err().text(prompt != null ? prompt : continues ? "> " : "# ");
        posix.err().flush();
        return posix.in().line();
    }
}

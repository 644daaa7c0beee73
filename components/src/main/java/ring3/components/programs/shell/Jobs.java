package ring3.components.programs.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.posix.ErrorText;
import ring3.components.lib.posix.Files;
import ring3.components.lib.posix.In;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.Processes;
import ring3.components.lib.posix.SignalText;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.VfsReply;
import ring3.syslib.Errno;
import ring3.syslib.Signals;

/// The processes of a shell: it forks them, connects them by pipes and waits for them.
final class Jobs {
    private final Shell shell;
    private final Posix posix;
    private int outputStatus;
    private final LeftRunning leftRunning;

    Jobs(Shell shell) {
        this.shell = shell;
        this.posix = shell.posix();
        this.leftRunning = new LeftRunning(posix);
    }

    /// The commands that nobody waited for yet.
    LeftRunning leftRunning() {
        return leftRunning;
    }

    /// Runs a body in a process of its own and waits for it. Returns its status.
    int foreground(IntSupplier body) {
        return pipeline(List.of(body));
    }

    /// Runs bodies at the same time, each reading what the one before writes, and waits for all of
    /// them. Returns the status of the last.
    int pipeline(List<IntSupplier> bodies) {
        List<Integer> pids = start(bodies);
        if (shell.hasJobControl()) {
            posix.terminals().setGroup(0, pids.getFirst());
        }
        int status = 0;
        for (int pid : pids) {
            Processes.Ended ended = leftRunning.await(pid);
            status = LeftRunning.statusOf(ended);
            if (ended != null && pid == pids.getLast()) {
                tellDeath(ended);
            }
        }
        if (shell.hasJobControl()) {
            posix.terminals().setGroup(0, posix.processes().group());
        }
        return status;
    }

    private List<Integer> start(List<IntSupplier> bodies) {
        List<Integer> pids = new ArrayList<>();
        Files files = posix.files();
        int input = -1;
        for (IntSupplier body : bodies) {
            boolean last = pids.size() == bodies.size() - 1;
            VfsReply.VfsPipe pipe = last ? null : pipe();
            int from = input;
            int group = pids.isEmpty() ? 0 : pids.getFirst();
            pids.add(start(body, group, () -> join(from, pipe)));
            if (from >= 0) {
                files.close(from);
            }
            if (pipe != null) {
                files.close(pipe.writeEnd());
                input = pipe.readEnd();
            }
        }
        return pids;
    }

    private VfsReply.VfsPipe pipe() {
        return switch (posix.files().pipe()) {
            case Outcome.Success<VfsReply.VfsPipe>(VfsReply.VfsPipe ends) -> ends;
            case Outcome.Failure<VfsReply.VfsPipe>(Errno error) ->
                    throw new ShellError("cannot make a pipe: " + ErrorText.of(error));
        };
    }

    private void join(int input, VfsReply.@Nullable VfsPipe output) {
        if (input >= 0) {
            move(input, 0);
        }
        if (output != null) {
            posix.files().close(output.readEnd());
            move(output.writeEnd(), 1);
        }
    }

    private void move(int from, int to) {
        if (from != to) {
            posix.files().dup2(from, to);
            posix.files().close(from);
        }
    }

    /// Forks a process that makes its connections and runs the body. With job control it belongs to
    /// the process group `group`, 0 for one of its own; both sides say so, since either may be the
    /// first to run.
    private int start(IntSupplier body, int group, Runnable connections) {
        shell.rememberPid();
        boolean ownGroup = shell.hasJobControl();
        int pid = posix.fork();
        if (pid < 0) {
            throw new ShellError("cannot fork: " + ErrorText.of(Errno.of(pid)));
        }
        if (pid == 0) {
            if (ownGroup) {
                posix.processes().setGroup(0, group);
            }
            connections.run();
            runAndExit(body);
        }
        if (ownGroup) {
            posix.processes().setGroup(pid, group == 0 ? pid : group);
        }
        return pid;
    }

    private void runAndExit(IntSupplier body) {
        if (shell.options().has('i')) {
            posix.processes().restoreDefault(Signals.SIGINT);
            posix.processes().restoreDefault(Signals.SIGQUIT);
            posix.processes().restoreDefault(Signals.SIGTERM);
        }
        shell.becomeSubshell();
        leftRunning.forget();
        posix.exit(statusOf(body));
    }

    private int statusOf(IntSupplier body) {
        try {
            return body.getAsInt();
        } catch (Unwind unwind) {
            return unwind.statusOf(shell);
        } catch (ShellError error) {
            return shell.complain(error.sentence());
        }
    }

    /// Runs a body and goes on without waiting. Without job control it must not take the input of
    /// the shell, nor die of the interrupt key.
    void background(IntSupplier body) {
        boolean detach = !shell.hasJobControl();
        int pid = start(body, 0, detach ? this::detach : () -> {});
        leftRunning.add(pid);
        shell.setLastBackground(pid);
        if (shell.options().has('i')) {
            posix.err().line(Integer.toString(pid));
        }
    }

    private void detach() {
        posix.processes().ignore(Signals.SIGINT);
        posix.processes().ignore(Signals.SIGQUIT);
        int nothing = posix.tree().open("/dev/null", Fcntl.O_RDONLY);
        if (nothing >= 0) {
            move(nothing, 0);
        }
    }

    /// What a body writes to its standard output; [#outputStatus] is its status then.
    String output(IntSupplier body) {
        VfsReply.VfsPipe pipe = pipe();
        boolean jobControl = shell.hasJobControl();
        shell.setJobControl(false);
        int pid = start(body, 0, () -> join(-1, pipe));
        shell.setJobControl(jobControl);
        posix.files().close(pipe.writeEnd());
        String output = new In(posix.files(), pipe.readEnd()).rest();
        posix.files().close(pipe.readEnd());
        outputStatus = LeftRunning.statusOf(leftRunning.await(pid));
        return output;
    }

    /// The status of the last body whose output was taken since [#forgetOutputStatus], 0 for none.
    int outputStatus() {
        return outputStatus;
    }

    void forgetOutputStatus() {
        outputStatus = 0;
    }

    private void tellDeath(Processes.Ended ended) {
        switch (ended.signal()) {
            case 0, Signals.SIGPIPE -> {}
            case Signals.SIGINT -> {
                if (shell.options().has('i')) {
                    posix.err().line("");
                }
            }
            default -> posix.err().line(SignalText.of(ended.signal()));
        }
    }
}

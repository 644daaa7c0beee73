package ring3.components.programs.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ring3.components.lib.posix.ErrorText;
import ring3.components.lib.posix.Files;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.VfsReply;
import ring3.syslib.Errno;

/// Carries out redirections, and takes them back after a command that the shell ran itself.
final class Redirections {
    /// Descriptors from here on are the shell's own.
    static final int OWN_FD = 10;

    /// What fits into a pipe that nobody reads yet.
    private static final int PIPE_BYTES = 4096;

    private final Posix posix;
    private final Expander expander;

    Redirections(Posix posix, Expander expander) {
        this.posix = posix;
        this.expander = expander;
    }

    /// What a descriptor was before; a negative copy stands for a closed one.
    record Saved(int fd, int copy) {}

    /// Carries them out for good, as in a process that runs one command. An error stops there.
    void apply(List<Redirect> redirects) {
        for (Redirect redirect : redirects) {
            apply(redirect);
        }
    }

    /// Carries them out and tells what to give to [#restore]. After an error nothing has changed.
    List<Saved> applyForNow(List<Redirect> redirects) {
        List<Saved> saved = new ArrayList<>();
        try {
            for (Redirect redirect : redirects) {
                int copy = posix.files().dupForSelf(redirect.fd(), OWN_FD);
                saved.add(new Saved(redirect.fd(), copy));
                apply(redirect);
            }
        } catch (ShellError e) {
            restore(saved);
            throw e;
        }
        return saved;
    }

    /// Makes the descriptors what they were.
    void restore(List<Saved> saved) {
        posix.out().flush();
        Files files = posix.files();
        for (Saved one : saved.reversed()) {
            if (one.copy() >= 0) {
                files.dup2(one.copy(), one.fd());
                files.close(one.copy());
            } else {
                files.close(one.fd());
            }
        }
    }

    private void apply(Redirect redirect) {
        switch (redirect.kind()) {
            case INPUT -> open(redirect, Fcntl.O_RDONLY);
            case OUTPUT, CLOBBER -> open(redirect, Fcntl.O_WRONLY | Fcntl.O_CREAT | Fcntl.O_TRUNC);
            case APPEND -> open(redirect, Fcntl.O_WRONLY | Fcntl.O_CREAT | Fcntl.O_APPEND);
            case BOTH -> open(redirect, Fcntl.O_RDWR | Fcntl.O_CREAT);
            case DUPLICATE_INPUT, DUPLICATE_OUTPUT -> duplicate(redirect);
            case HERE, HERE_TABS -> hereDocument(redirect);
        }
    }

    private void open(Redirect redirect, int flags) {
        String path = expander.text(redirect.target());
        int opened = posix.tree().open(path, flags);
        if (opened < 0) {
            String failed = (flags & Fcntl.O_CREAT) != 0 ? "cannot create " : "cannot open ";
            throw new ShellError(failed + path + ": " + ErrorText.of(Errno.of(opened)));
        }
        move(opened, redirect.fd());
    }

    private void move(int from, int to) {
        if (from != to) {
            posix.files().dup2(from, to);
            posix.files().close(from);
        }
    }

    private void duplicate(Redirect redirect) {
        String target = expander.text(redirect.target());
        if (target.equals("-")) {
            posix.files().close(redirect.fd());
            return;
        }
        boolean digit = target.length() == 1 && target.charAt(0) >= '0' && target.charAt(0) <= '9';
        if (!digit) {
            throw new ShellError("bad fd number: " + target);
        }
        int status = posix.files().dup2(target.charAt(0) - '0', redirect.fd());
        if (status < 0) {
            throw new ShellError(target + ": " + ErrorText.of(Errno.of(status)));
        }
    }

    /// The lines go into a pipe. A process of their own writes those that do not fit.
    private void hereDocument(Redirect redirect) {
        byte[] lines = expander.text(redirect.here().body()).getBytes(StandardCharsets.ISO_8859_1);
        if (!(posix.files().pipe() instanceof Outcome.Success(VfsReply.VfsPipe pipe))) {
            throw new ShellError("cannot make a pipe");
        }
        Files files = posix.files();
        if (lines.length <= PIPE_BYTES) {
            files.write(pipe.writeEnd(), lines, 0, lines.length);
        } else if (posix.fork() == 0) {
            files.close(pipe.readEnd());
            files.write(pipe.writeEnd(), lines, 0, lines.length);
            posix.exit(0);
        }
        files.close(pipe.writeEnd());
        move(pipe.readEnd(), redirect.fd());
    }
}

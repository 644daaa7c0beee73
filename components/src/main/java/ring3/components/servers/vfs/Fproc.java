package ring3.components.servers.vfs;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;

/// What the virtual file system knows of a process (minix: servers/vfs/fproc.h).
final class Fproc {
    private static final int NO_TERMINAL = -1;
    private static final int UMASK = 022;

    private final Endpoint endpoint;
    private final Descriptors files;
    private @Nullable Vnode directory;
    private @Nullable Call call;
    private int umask = UMASK;
    private int terminal = NO_TERMINAL;
    private boolean leadsSession;
    private boolean gone;

    /// A process without open files.
    Fproc(Endpoint endpoint) {
        this(endpoint, new Descriptors());
    }

    private Fproc(Endpoint endpoint, Descriptors files) {
        this.endpoint = endpoint;
        this.files = files;
    }

    /// A child of this process: it shares the open files and has the same directory and terminal.
    Fproc fork(Endpoint child) {
        Fproc copy = new Fproc(child, files.fork());
        copy.directory = directory == null ? null : directory.dup();
        copy.umask = umask;
        copy.terminal = terminal;
        return copy;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Descriptors files() {
        return files;
    }

    int umask() {
        return umask;
    }

    void setUmask(int mask) {
        umask = mask;
    }

    // ---- Where it is

    /// The working directory. There is none before the root is mounted, and nobody asks before.
    Vnode directory() {
        return requireNonNull(directory, "no root yet");
    }

    boolean hasDirectory() {
        return directory != null;
    }

    /// Moves to `node`; the reference is the process's from now on.
    void enter(Vnode node) {
        Vnode left = directory;
        directory = node;
        if (left != null) {
            left.put();
        }
    }

    // ---- Its terminal

    /// It leads a new session, which has no terminal.
    void beginSession() {
        leadsSession = true;
        terminal = NO_TERMINAL;
    }

    boolean hasTerminal() {
        return terminal != NO_TERMINAL;
    }

    /// The device number of its controlling terminal.
    int terminal() {
        return terminal;
    }

    /// The first terminal that a session leader opens becomes the one that controls the session.
    void opensTerminal(int device) {
        if (leadsSession && terminal == NO_TERMINAL) {
            terminal = device;
        }
    }

    // ---- What it waits for

    /// Begins a call. A process waits for its answer, so it has one at a time.
    void begins(Call begun) {
        call = begun;
    }

    /// A signal came.
    void interrupt() {
        if (call != null) {
            call.interrupt();
        }
    }

    boolean gone() {
        return gone;
    }

    /// The process has ended.
    void exit() {
        gone = true;
        interrupt();
        files.closeAll();
        if (directory != null) {
            directory.put();
            directory = null;
        }
    }
}

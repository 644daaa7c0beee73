package ring3.components.lib.posix;

import java.util.List;
import ring3.components.lib.Words;
import ring3.components.protocol.ExecFrame;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// What a program knows of the system: the calls by subject, its environment and its three streams.
/// A user process can send messages to PM, VFS, RS and VM and do nothing else, so whatever happens
/// here is one of those messages.
public final class Posix {
    private static final String DEFAULT_PATH = "/bin:/sbin";

    private final String name;
    private final Files files;
    private final Tree tree;
    private final Mounts mounts;
    private final Processes processes;
    private final Services services;
    private final PhysicalMemory physicalMemory;
    private final Terminals terminals;
    private final Environment environment;
    private final In in;
    private final Out out;
    private final Out err;

    /// The library of the process behind `sys`, which exec gave this frame.
    public Posix(Syslib sys, ExecFrame frame) {
        Areas areas = new Areas(sys);
        files = new Files(sys, areas);
        tree = new Tree(sys, areas, files);
        mounts = new Mounts(sys, areas);
        processes = new Processes(sys, areas);
        services = new Services(sys, areas);
        physicalMemory = new PhysicalMemory(sys, areas);
        terminals = new Terminals(sys, areas);
        environment = new Environment(frame.environment());
        name = frame.arguments().isEmpty() ? "" : frame.arguments().getFirst();
        in = new In(files, 0);
        out = new Out(files, 1, () -> terminals.isTerminal(1) ? Out.Flush.LINES : Out.Flush.FULL);
        err = new Out(files, 2, () -> Out.Flush.LINES);
    }

    /// Calls on open files.
    public Files files() {
        return files;
    }

    /// Calls on paths.
    public Tree tree() {
        return tree;
    }

    /// The mounted file systems.
    public Mounts mounts() {
        return mounts;
    }

    /// Calls on processes.
    public Processes processes() {
        return processes;
    }

    /// The system services.
    public Services services() {
        return services;
    }

    /// The memory of the machine.
    public PhysicalMemory physicalMemory() {
        return physicalMemory;
    }

    /// Calls on terminals.
    public Terminals terminals() {
        return terminals;
    }

    /// What exec handed over.
    public Environment environment() {
        return environment;
    }

    /// Standard input.
    public In in() {
        return in;
    }

    /// Standard output.
    public Out out() {
        return out;
    }

    /// Standard error.
    public Out err() {
        return err;
    }

    /// Makes a copy of this process once the output so far is written, so that it is not written
    /// twice. Returns 0 in the child, its pid in the parent, or a negative error number.
    public int fork() {
        out.flush();
        return processes.fork();
    }

    /// Runs another program in this process, looked for along `PATH` when its name has no slash.
    /// Returns the error when that fails: EACCES rather than ENOENT when one was found that may not
    /// be run.
    public int execvp(List<String> arguments, Environment with) {
        String name = arguments.getFirst();
        if (name.indexOf('/') >= 0) {
            return processes.execve(name, arguments, with.strings());
        }
        int result = Errno.ENOENT.status();
        for (String directory : Words.split(with.get("PATH", DEFAULT_PATH), ':')) {
            String path = directory.isEmpty() ? name : directory + "/" + name;
            int status = processes.execve(path, arguments, with.strings());
            switch (Errno.of(status)) {
                case ENOENT, ENOTDIR -> {}
                case EACCES -> result = status;
                default -> {
                    return status;
                }
            }
        }
        return result;
    }

    /// Writes out what is buffered and ends the process. Never returns. A status of 0 becomes 1
    /// when the output could not be written.
    public void exit(int status) {
        int written = out.flush();
        boolean lost = written < 0 && status == 0;
        if (lost) {
            complain(name, "write error", Errno.of(written));
        }
        err.flush();
        processes.exit(lost ? 1 : status);
    }

    /// Says on standard error what went wrong: `cat: /nofile: No such file or directory`.
    public void complain(String program, String what, Errno error) {
        complain(program, what + ": " + ErrorText.of(error));
    }

    /// Says on standard error what went wrong: `program: sentence`.
    public void complain(String program, String sentence) {
        out.flush();
        err.line(program + ": " + sentence);
    }
}

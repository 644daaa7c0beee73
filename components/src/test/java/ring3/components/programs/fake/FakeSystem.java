package ring3.components.programs.fake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.posix.UserProgram;
import ring3.components.protocol.ExecFrame;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Pm;
import ring3.components.protocol.PmReply;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs;
import ring3.components.protocol.Vm;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Memory;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Signals;

/// A system of user processes. Whoever asks holds its lock, and waits on it for what is not yet so.
public final class FakeSystem {
    private static final int EXECUTABLE = 0755;
    private static final int INIT_PID = 1;

    private final Map<Integer, FakeProcess> processes = new TreeMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, Supplier<UserProgram>> programs = new LinkedHashMap<>();
    private final FakeFiles files = new FakeFiles(this);
    private BiFunction<Memory, Message, Message> reincarnation = (_, _) -> Result.of(Errno.EPERM);
    private Function<Vm, Message> memory = _ -> Result.OK;
    private int nextPid = INIT_PID + 1;
    private FakeTerminal terminal = new FakeTerminal(List.of());
    private int machineStatus = -1;
    private long changes;

    /// What a program did.
    ///
    /// @param status as a shell tells it
    public record Outcome(int status, String out, String err) {}

    /// Installs a program at `/bin/NAME`.
    public FakeSystem program(String name, Supplier<UserProgram> program) {
        programs.put(name, program);
        files.make("/bin/" + name, EXECUTABLE, ("#!ring3 " + name + "\n"));
        return this;
    }

    /// Makes a directory.
    public FakeSystem directory(String path) {
        files.directory(path);
        return this;
    }

    /// Makes a file.
    public FakeSystem file(String path, String text) {
        files.make(path, 0644, text);
        return this;
    }

    /// Makes a character device that no program opens.
    public FakeSystem device(String path, int device) {
        files.make(path, 0666, "");
        Node node = files.find(path);
        if (node != null) {
            node.mode = Stat.CHARACTER | 0666;
            node.device = device;
        }
        return this;
    }

    /// Type, permissions and device number of a device node; null when there is none.
    public synchronized @Nullable Stat stat(String path) {
        Node node = files.find(path);
        return node == null ? null : node.stat();
    }

    /// Requests to RS are answered so.
    public FakeSystem reincarnation(Function<Message, Message> handler) {
        return reincarnation((_, message) -> handler.apply(message));
    }

    /// Requests to RS are answered so; the handler may look into the memory of whoever asks.
    public FakeSystem reincarnation(BiFunction<Memory, Message, Message> handler) {
        reincarnation = handler;
        return this;
    }

    /// Requests to vm are answered so.
    public FakeSystem memory(Function<Vm, Message> handler) {
        memory = handler;
        return this;
    }

    /// What is in a file, null when it is not there.
    public synchronized @Nullable String text(String path) {
        Node node = files.find(path);
        return node == null ? null : new String(node.bytes, StandardCharsets.ISO_8859_1);
    }

    /// What the user of `/dev/console` types; `^C` is the interrupt key.
    public FakeSystem typed(String... lines) {
        terminal = new FakeTerminal(List.of(lines));
        return this;
    }

    /// What stands on the screen of `/dev/console`.
    public synchronized String screen() {
        return terminal.text();
    }

    /// The mode of `/dev/console`.
    public synchronized int terminalMode() {
        return terminal.mode;
    }

    FakeTerminal terminal() {
        return terminal;
    }

    void signalGroup(int group, int signal) {
        for (FakeProcess process : processes.values()) {
            if (process.group == group) {
                signal(process, signal);
            }
        }
    }

    void switchOff() {
        processes.values().forEach(process -> signal(process, Signals.SIGKILL));
    }

    /// With which status the machine was halted, -1 if it was not.
    public int machineStatus() {
        return machineStatus;
    }

    /// Runs a program with this standard input until it and all its children have ended.
    public Outcome run(String input, List<String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        FakeProcess first;
        synchronized (this) {
            first = process(nextPid++, environment, arguments);
            first.open.put(0, reference(files.temporary(input)));
            first.open.put(1, reference(Channel.of(out, Fcntl.O_WRONLY)));
            first.open.put(2, reference(Channel.of(err, Fcntl.O_WRONLY)));
            start(first);
        }
        joinAll();
        int status = first.signal != 0 ? 128 + first.signal : first.status;
        return new Outcome(
                status,
                out.toString(StandardCharsets.ISO_8859_1),
                err.toString(StandardCharsets.ISO_8859_1));
    }

    /// Runs init, which has no open file, until the machine is halted or switched off.
    public void boot(String... environment) {
        synchronized (this) {
            start(process(INIT_PID, List.of(environment), "init"));
        }
        joinAll();
    }

    private FakeProcess process(int pid, List<String> environment, String... arguments) {
        UserProgram program = programOf("/bin/" + arguments[0]);
        if (program == null) {
            throw new IllegalArgumentException(arguments[0]);
        }
        ExecFrame frame = new ExecFrame(List.of(arguments), environment);
        return new FakeProcess(this, pid, files.root(), program, frame);
    }

    private static Channel reference(Channel channel) {
        channel.references++;
        return channel;
    }

    private void joinAll() {
        try {
            for (int i = 0; i < threadCount(); i++) {
                thread(i).join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized int threadCount() {
        return threads.size();
    }

    private synchronized Thread thread(int number) {
        return threads.get(number);
    }

    private void start(FakeProcess process) {
        processes.put(process.pid, process);
        Thread thread = new Thread(null, () -> live(process), "pid " + process.pid);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void live(FakeProcess process) {
        try {
            process.live();
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                e.printStackTrace();
                process.signal = Signals.SIGSEGV;
                end(process, 0);
            }
        }
    }

    @Nullable UserProgram programOf(String path) {
        Node node = files.find(path);
        String text = node == null ? "" : new String(node.bytes, StandardCharsets.ISO_8859_1);
        Supplier<UserProgram> program =
                programs.get(text.startsWith("#!ring3 ") ? text.substring(8).strip() : "");
        return program == null ? null : program.get();
    }

    synchronized Message ask(FakeProcess caller, Endpoint destination, Message message) {
        Message reply =
                switch (message) {
                    case Pm request when destination.equals(Endpoint.PM) -> manage(caller, request);
                    case Vfs request when destination.equals(Endpoint.VFS) ->
                            files.serve(caller, request);
                    case Vm request when destination.equals(Endpoint.VM) -> memory.apply(request);
                    default -> {
                        if (!destination.equals(Endpoint.RS)) {
                            throw new IllegalArgumentException(message.toString());
                        }
                        yield reincarnation.apply(caller.memory(), message);
                    }
                };
        dieIfKilled(caller);
        caller.answered(reply);
        changed();
        return reply;
    }

    /// Waits until somebody has asked something or ended; a process that was killed meanwhile ends
    /// there.
    void pause(FakeProcess process) {
        dieIfKilled(process);
        long before = changes;
        try {
            while (changes == before) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        dieIfKilled(process);
    }

    private void changed() {
        changes++;
        notifyAll();
    }

    void dieIfKilled(FakeProcess process) {
        if (process.signal != 0) {
            end(process, 0);
            throw new FakeProcess.Left();
        }
    }

    private void end(FakeProcess process, int status) {
        process.ended = true;
        process.status = status;
        List.copyOf(process.open.keySet()).forEach(fd -> files.close(process, fd));
        processes.values().stream()
                .filter(child -> child.parent == process.pid)
                .forEach(child -> child.parent = INIT_PID);
        changed();
    }

    /// Sends a signal: everything but SIGCHLD and what is ignored kills.
    void signal(FakeProcess process, int signal) {
        boolean ignored = process.ignored.contains(signal) && signal != Signals.SIGKILL;
        if (!process.ended && signal != 0 && !ignored) {
            process.signal = signal;
            changed();
        }
    }

    private Message manage(FakeProcess caller, Pm request) {
        return switch (request) {
            case Pm.PmExit(int status) -> {
                end(caller, status & 0xff);
                throw new FakeProcess.Left();
            }
            case Pm.PmFork _ -> fork(caller);
            case Pm.PmWait4(int pid, int options) -> await(caller, pid, options);
            case Pm.PmGetpid _ -> new PmReply.PmPids(caller.pid, caller.parent);
            case Pm.PmGetpgrp _ -> new Result(caller.group);
            case Pm.PmSetsid _ -> {
                caller.group = caller.pid;
                yield new Result(caller.pid);
            }
            case Pm.PmSetpgid(int pid, int group) -> {
                FakeProcess target = pid == 0 ? caller : processes.get(pid);
                if (target == null) {
                    yield Result.of(Errno.ESRCH);
                }
                target.group = group == 0 ? target.pid : group;
                yield Result.OK;
            }
            case Pm.PmKill(int pid, int signal) -> kill(pid, signal);
            case Pm.PmExec exec -> execute(caller, exec);
            case Pm.PmSigaction(int signal, int disposition) -> {
                boolean changed =
                        disposition == Pm.SIG_IGN
                                ? caller.ignored.add(signal)
                                : caller.ignored.remove(signal);
                yield new Result(changed ? 0 : 1);
            }
            case Pm.PmGettime _ -> new PmReply.PmTime(1_767_225_600L, 0);
            case Pm.PmReboot(_, int status) -> {
                machineStatus = status;
                end(caller, 0);
                throw new FakeProcess.Left();
            }
            default -> Result.of(Errno.ENOSYS);
        };
    }

    private Message fork(FakeProcess caller) {
        FakeProcess child = caller.forked(nextPid++, programOfSameKind(caller));
        child.expects(Result.OK);
        start(child);
        return new Result(child.pid);
    }

    private static UserProgram programOfSameKind(FakeProcess process) {
        try {
            return process.program().getClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Message await(FakeProcess caller, int pid, int options) {
        while (true) {
            boolean any = false;
            for (FakeProcess child : List.copyOf(processes.values())) {
                if (child.parent == caller.pid && (pid == -1 || pid == child.pid)) {
                    any = true;
                    if (child.ended) {
                        processes.remove(child.pid);
                        return new PmReply.PmWaited(child.pid, child.status << 8 | child.signal);
                    }
                }
            }
            if (!any) {
                return Result.of(Errno.ECHILD);
            }
            if ((options & Pm.WNOHANG) != 0) {
                return Result.OK;
            }
            pause(caller);
        }
    }

    private Message kill(int pid, int signal) {
        boolean found = false;
        for (FakeProcess process : processes.values()) {
            if (pid > 0 ? process.pid == pid : process.group == -pid) {
                found = true;
                signal(process, signal);
            }
        }
        return found ? Result.OK : Result.of(Errno.ESRCH);
    }

    private Message execute(FakeProcess caller, Pm.PmExec exec) {
        String path = FakeFiles.decode(caller.load(exec.path(), exec.pathLength()));
        ExecFrame frame = ExecFrame.load(caller.memory(), exec.frame(), exec.frameBytes());
        Node node = files.find(caller, path);
        UserProgram program = node == null ? null : programOf(path);
        if (node == null) {
            return Result.of(Errno.ENOENT);
        }
        if (program == null || (node.mode & 0111) == 0) {
            return Result.of((node.mode & 0111) == 0 ? Errno.EACCES : Errno.ENOEXEC);
        }
        List.copyOf(caller.closedByExec).forEach(fd -> files.close(caller, fd));
        caller.become(program, frame);
        return Result.OK;
    }
}

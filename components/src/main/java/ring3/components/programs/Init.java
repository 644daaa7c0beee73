package ring3.components.programs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.posix.Environment;
import ring3.components.lib.posix.In;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.Processes;
import ring3.components.lib.posix.UserProgram;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Tty;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest;

/// The ancestor of all user processes. Its environment says what to do:
///
/// | name | meaning |
/// |---|---|
/// | `console` | the terminal, `/dev/console` unless told otherwise |
/// | `mount` | 1: drive 1 is mounted on `/mnt` |
/// | `readonly` | 1: nothing is written there |
/// | `courier` | the terminal on which somebody outside sends parcels to [Courier]; none without this |
/// | `command` | run this and halt with its status, instead of asking for commands |
/// | `once` | 1: halt with the status of the first shell, instead of starting the next |
/// | `errors` | where such a command says what went wrong, unless on the console |
///
/// It runs `/etc/rc` first. Without a command there is always a shell on the console: when one
/// ends, the next begins. Orphans become children of init, which takes note of their end.
public final class Init implements UserProgram {
    private static final String SHELL = "/bin/sh";
    private static final String COURIER = "/sbin/courier";
    private static final String START_UP = "/etc/rc";
    private static final String GREETING = "/etc/motd";
    private static final List<String> ENVIRONMENT =
            List.of("HOME=/", "PATH=/bin:/sbin", "PWD=/", "TERM=minix");
    private static final int FAILED = 1;

    private @Nullable Posix posix;

    @Override
    public int main(Posix system, List<String> arguments) {
        posix = system;
        Environment environment = system.environment();
        String console = environment.get("console", "/dev/console");
        String command = environment.get("command");
        openStreams(console, command == null ? console : environment.get("errors", console));
        if (command != null) {
            makePlain(0);
            makePlain(2);
        }
        int started = startUp();
        int status = FAILED;
        if (command == null) {
            status = converse(console, environment.get("once", "0").equals("1"));
        } else if (started == 0) {
            status = run(List.of(SHELL, "-c", command), console);
        }
        system.out().flush();
        system.files().sync();
        return system.processes().reboot(KernelRequest.Abort.HALT, status);
    }

    private Posix posix() {
        assert posix != null : "main has begun";
        return posix;
    }

    private void openStreams(String console, String errors) {
        posix().tree().open(console, Fcntl.O_RDWR | Fcntl.O_NOCTTY);
        posix().files().dup2(0, 1);
        if (errors.equals(console)) {
            posix().files().dup2(0, 2);
        } else {
            posix().tree().open(errors, Fcntl.O_RDWR | Fcntl.O_NOCTTY);
        }
    }

    /// Runs `/etc/rc` and mounts what is to be mounted. Returns 0 if that worked.
    private int startUp() {
        Environment environment = posix().environment();
        if (posix().tree().access(START_UP, 4) == 0) {
            run(List.of(SHELL, START_UP), "");
        }
        String parcels = environment.get("courier");
        if (parcels != null) {
            start(List.of(COURIER, parcels), "");
        }
        if (!environment.get("mount", "0").equals("1")) {
            return 0;
        }
        List<String> mount = new ArrayList<>(List.of("/bin/mount"));
        if (environment.get("readonly", "0").equals("1")) {
            mount.add("-r");
        }
        mount.addAll(List.of("/dev/c0d1", "/mnt"));
        return run(mount, "");
    }

    /// A shell for whoever is at the console. When one ends the next begins, unless there is to be
    /// one only.
    private int converse(String console, boolean once) {
        greet();
        int status = run(List.of(SHELL), console);
        while (!once) {
            status = run(List.of(SHELL), console);
        }
        return status;
    }

    private void greet() {
        int fd = posix().tree().open(GREETING, Fcntl.O_RDONLY);
        if (fd >= 0) {
            posix().out().text(new In(posix().files(), fd).rest());
            posix().out().flush();
            posix().files().close(fd);
        }
    }

    /// What one command prints goes out byte for byte: the terminal becomes a plain line.
    private void makePlain(int fd) {
        int mode = posix().terminals().mode(fd);
        if (mode >= 0) {
            posix().terminals().setMode(fd, mode & ~(Tty.ECHO | Tty.ONLCR));
        }
    }

    /// Runs a program and waits until it has ended. With a `terminal` it leads a session of its own
    /// whose controlling terminal that is.
    private int run(List<String> arguments, String terminal) {
        int pid = start(arguments, terminal);
        return pid < 0 ? FAILED : waitFor(pid);
    }

    /// Starts a program and returns its process number; a negative one when that failed.
    private int start(List<String> arguments, String terminal) {
        int pid = posix().fork();
        if (pid == 0) {
            if (!terminal.isEmpty()) {
                takeTerminal(terminal);
            }
            int status = posix().processes().execve(arguments.getFirst(), arguments, ENVIRONMENT);
            posix().complain("init", arguments.getFirst(), Errno.of(status));
            posix().exit(FAILED);
        }
        if (pid < 0) {
            posix().complain("init", "fork", Errno.of(pid));
        }
        return pid;
    }

    private void takeTerminal(String terminal) {
        int session = posix().processes().setSession();
        int fd = posix().tree().open(terminal, Fcntl.O_RDWR);
        posix().files().dup2(fd, 0);
        posix().files().dup2(fd, 1);
        if (posix().environment().get("errors") == null
                || posix().environment().get("command") == null) {
            posix().files().dup2(fd, 2);
        }
        posix().files().close(fd);
        posix().terminals().setGroup(0, session);
    }

    /// Waits for one child; the others that end meanwhile were orphans.
    private int waitFor(int pid) {
        while (true) {
            switch (posix().processes().wait(-1)) {
                case Outcome.Success<Processes.Ended>(Processes.Ended ended) -> {
                    if (ended.pid() == pid) {
                        return ended.shellStatus();
                    }
                }
                case Outcome.Failure<Processes.Ended>(Errno error) -> {
                    if (error != Errno.EINTR) {
                        return FAILED;
                    }
                }
            }
        }
    }
}

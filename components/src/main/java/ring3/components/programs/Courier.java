package ring3.components.programs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.Words;
import ring3.components.lib.posix.In;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.Processes;
import ring3.components.lib.posix.Services;
import ring3.components.lib.posix.UserProgram;
import ring3.components.protocol.Fcntl;
import ring3.syslib.Errno;

/// `courier TERMINAL`: takes parcels that somebody outside sends over a serial line, as the lab
/// does with a component that a student has written. A parcel is any number of files and an end;
/// each begins with a line:
///
/// | line | meaning |
/// |---|---|
/// | `file MODE BYTES PATH` | so many bytes follow, which become that file; the mode is octal |
/// | `service PATH [DEVICE]` | the end: the service of that executable is started, or replaced if it runs |
/// | `end` | the end: that was all |
///
/// The answer is what `service` says, and a line `done STATUS`. It is this program that asks the
/// reincarnation server, by the same utility as anybody else.
public final class Courier implements UserProgram {
    private static final String PRIVILEGES = "/etc/system.conf.d/";
    private static final int DIRECTORY_MODE = 0755;
    private static final int RETRY_MILLIS = 1000;
    private static final int RADIX = 8;

    private @Nullable Posix posix;
    private int failed;

    @Override
    public int main(Posix system, List<String> arguments) {
        posix = system;
        if (arguments.size() != 2) {
            system.err().line("usage: courier terminal");
            return 2;
        }
        for (; ; ) {
            serve(arguments.get(1));
            system.processes().sleep(RETRY_MILLIS); // The driver of the line may have died.
        }
    }

    private Posix posix() {
        assert posix != null : "main has begun";
        return posix;
    }

    private void serve(String terminal) {
        int fd = posix().tree().open(terminal, Fcntl.O_RDWR | Fcntl.O_NOCTTY);
        if (fd < 0 || posix().terminals().setMode(fd, 0) < 0) {
            return;
        }
        for (int stream = 0; stream <= 2; stream++) {
            posix().files().dup2(fd, stream);
        }
        if (fd > 2) {
            posix().files().close(fd);
        }
        In in = new In(posix().files(), 0);
        for (String line = in.line(); line != null; line = in.line()) {
            take(in, Words.split(line.strip(), ' '));
        }
    }

    private void take(In in, List<String> words) {
        switch (words.getFirst() + words.size()) {
            case "file4" ->
                    store(in, number(words.get(1), RADIX), number(words.get(2), 10), words.get(3));
            case "service2", "service3" -> end(failed == 0 ? service(words) : failed);
            case "end1" -> end(failed);
            default -> failed = complain(words.getFirst(), Errno.EINVAL.status());
        }
    }

    private static int number(String digits, int radix) {
        try {
            return Integer.parseInt(digits, radix);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private void end(int status) {
        posix().out().line("done " + status);
        posix().out().flush();
        failed = 0;
    }

    private int complain(String what, int status) {
        posix().complain("courier", what, Errno.of(status));
        return 1;
    }

    // ---- Files

    private void store(In in, int mode, int count, String path) {
        if (mode < 0 || count < 0) {
            failed = complain(path, Errno.EINVAL.status());
            return;
        }
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) in.read();
        }
        int status = write(path, mode, bytes);
        if (status < 0) {
            failed = complain(path, status);
        }
    }

    private int write(String path, int mode, byte[] bytes) {
        posix().tree().mkdir(path.substring(0, Math.max(1, path.lastIndexOf('/'))), DIRECTORY_MODE);
        int flags = Fcntl.O_WRONLY | Fcntl.O_CREAT | Fcntl.O_TRUNC;
        int fd = posix().tree().open(path, flags, mode);
        if (fd < 0) {
            return fd;
        }
        int status = posix().files().write(fd, bytes, 0, bytes.length);
        posix().files().close(fd);
        return status;
    }

    // ---- Services

    private int service(List<String> words) {
        String path = words.get(1);
        String label = path.substring(path.lastIndexOf('/') + 1);
        return switch (state(label)) {
            case "" -> up(path, words);
            case "running" ->
                    run(List.of("service", "update", path, "-config", PRIVILEGES + label));
            default -> {
                run(List.of("service", "down", label));
                yield up(path, words);
            }
        };
    }

    private int up(String path, List<String> words) {
        return run(
                words.size() == 2
                        ? List.of("service", "up", path)
                        : List.of("service", "up", path, "-dev", words.get(2)));
    }

    /// What the reincarnation server says of a service; empty when it knows none of that label.
    private String state(String label) {
        if (posix().services().list()
                instanceof Outcome.Success<List<Services.Service>>(var services)) {
            for (Services.Service service : services) {
                if (service.label().equals(label)) {
                    return service.state();
                }
            }
        }
        return "";
    }

    private int run(List<String> command) {
        int pid = posix().fork();
        if (pid == 0) {
            int status = posix().execvp(command, posix().environment());
            posix().exit(complain(command.getFirst(), status));
        }
        return switch (posix().processes().wait(pid)) {
            case Outcome.Success<Processes.Ended>(Processes.Ended ended) -> ended.shellStatus();
            case Outcome.Failure<Processes.Ended>(Errno error) ->
                    complain(command.getFirst(), error.status());
        };
    }
}

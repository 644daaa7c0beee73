package ring3.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ring3.app.BadInput;
import ring3.app.drive.DriveFile;
import ring3.app.shell.HostTerminal;
import ring3.app.shell.Shell;
import ring3.app.student.Mistakes;
import ring3.hardware.DiskImage;

/// `ring3 shell`: the console of the emulated system in this terminal.
@Command(
        name = "shell",
        description = "The console of the emulated system in this terminal; exit leaves it.")
public final class ShellCommand implements Callable<Integer> {
    @Option(
            names = "-c",
            paramLabel = "COMMAND",
            description = "Run one command and end with its output and exit status.")
    private @Nullable String command;

    @Option(
            names = "--disk",
            paramLabel = "IMAGE",
            description = "A MINIX V3 disk image for /mnt; changes to it are forgotten.")
    private @Nullable Path disk;

    @Option(names = "--write", description = "Keep the changes to the disk image.")
    private boolean write;

    @Mixin private WithComponents with = new WithComponents();

    private final Host host;

    ShellCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Mistakes {
        DiskImage systemDisk = with.systemDisk(host.home().get());
        if (disk == null) {
            if (write) {
                throw new BadInput("--write: there is no image to write to without --disk IMAGE");
            }
            return open(systemDisk, null);
        }
        try (DriveFile drive = DriveFile.open(disk, write)) {
            return open(systemDisk, drive.image());
        }
    }

    private int open(DiskImage systemDisk, @Nullable DiskImage secondDisk) {
        try (HostTerminal terminal = command == null ? HostTerminal.open() : null) {
            var shell =
                    new Shell(
                            systemDisk,
                            secondDisk,
                            command,
                            terminal != null,
                            host.in(),
                            host.out(),
                            host.err());
            shell.run();
            return status(shell);
        }
    }

    private int status(Shell shell) {
        if (shell.panicReason() != null) {
            host.err().println("ring3: the emulated kernel panicked: " + shell.panicReason());
            return ExitStatus.PANIC;
        }
        return shell.status();
    }
}

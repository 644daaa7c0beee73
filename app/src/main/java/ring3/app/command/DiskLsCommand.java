package ring3.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ring3.app.disk.ImageFile;
import ring3.app.disk.ListFiles;

/// `ring3 disk ls`: what is on an image.
@Command(name = "ls", description = "Lists a directory of an image.")
final class DiskLsCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "IMAGE", description = "A MINIX V3 disk image.")
    private Path image = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATH",
            defaultValue = "/",
            description = "A directory or file on it. Default: ${DEFAULT-VALUE}.")
    private String path = "";

    @Option(
            names = "-l",
            description =
                    "Also type and permissions, links, user, group, size in bytes or device"
                            + " number, and when the contents last changed (UTC).")
    private boolean rows;

    private final Host host;

    DiskLsCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        List<String> lines =
                new ImageFile(image)
                        .read(volume -> {
                            var list = new ListFiles(volume);
                            return rows ? list.rows(path) : list.names(path);
                        });
        lines.forEach(host.out()::println);
        return ExitStatus.DONE;
    }
}

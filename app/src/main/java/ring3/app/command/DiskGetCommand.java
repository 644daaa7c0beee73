package ring3.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import ring3.app.disk.GetFile;
import ring3.app.disk.ImageFile;

/// `ring3 disk get`: a file of an image.
@Command(name = "get", description = "Copies a file of an image to the host.")
final class DiskGetCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @Parameters(index = "0", paramLabel = "IMAGE", description = "A MINIX V3 disk image.")
    private Path image = Path.of("");

    @Parameters(index = "1", paramLabel = "PATH", description = "A file on it.")
    private String path = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "The file to write, or the folder to put it into; - is standard output."
                            + " Default: the same name, in the current folder.")
    private @Nullable String file;

    private final Host host;

    DiskGetCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        var source = new ImageFile(image);
        return source.read(volume -> {
            var found = new GetFile(volume, path);
            if (STANDARD_OUTPUT.equals(file)) {
                found.to(host.out());
            } else {
                Path target = found.in(Path.of(file == null ? "" : file));
                source.requireOther(target);
                found.to(target);
            }
            return ExitStatus.DONE;
        });
    }
}

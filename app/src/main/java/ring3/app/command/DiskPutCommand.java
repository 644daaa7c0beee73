package ring3.app.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ring3.app.disk.ImageFile;
import ring3.app.disk.PutFiles;

/// `ring3 disk put`: files onto an image.
@Command(
        name = "put",
        customSynopsis = "ring3 disk put [-hr] [--mode=MODE] IMAGE FILE... PATH",
        description = {
            "Copies files of the host onto an image, all of them or none.",
            "A file of the same name is replaced. Symbolic links of the host are followed."
        })
final class DiskPutCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "IMAGE", description = "A MINIX V3 disk image.")
    private Path image = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "2..*",
            paramLabel = "FILE... PATH",
            hideParamSyntax = true,
            description =
                    "Files of the host, and the directory on the image that they go into; for one"
                            + " file also the path it gets.")
    private List<String> filesAndPath = List.of();

    @Option(names = "-r", description = "Folders too, with all that is in them.")
    private boolean recursive;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "The permissions of the files in octal, as 755. Default: 755 for what the host"
                            + " can execute, else 644.")
    private @Nullable Permissions mode;

    @Override
    public Integer call() {
        List<Path> files =
                filesAndPath.subList(0, filesAndPath.size() - 1).stream().map(Path::of).toList();
        int now = (int) Instant.now().getEpochSecond();
        Integer permissions = mode == null ? null : mode.bits();
        new ImageFile(image)
                .change(volume ->
                        new PutFiles(volume, now, recursive, permissions)
                                .put(files, filesAndPath.getLast()));
        return ExitStatus.DONE;
    }
}

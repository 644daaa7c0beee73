package ring3.app.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ring3.app.disk.ImageFile;

/// `ring3 disk mkfs`: a new image.
@Command(name = "mkfs", description = "Makes an image with an empty file system.")
final class DiskMkfsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IMAGE", description = "The file to make.")
    private Path image = Path.of("");

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            required = true,
            description = "How large it is, as 1440K, 32M or 1G.")
    private ByteSize size = new ByteSize(0);

    @Option(
            names = "--block",
            paramLabel = "BYTES",
            defaultValue = "1024",
            description =
                    "Bytes of a block: 1024 (which fsck.minix knows), 2048 or 4096. The longest"
                            + " file has 64 MiB with 1024, 512 MiB with 2048, else 2 GiB."
                            + " Default: ${DEFAULT-VALUE}.")
    private int block;

    @Option(
            names = "--inodes",
            paramLabel = "N",
            description = "How many files there can be. Default: one for three blocks.")
    private @Nullable Long inodes;

    @Option(names = "--force", description = "Replace a file that is there already.")
    private boolean force;

    @Override
    public Integer call() {
        new ImageFile(image)
                .make(size.bytes(), block, inodes, force, (int) Instant.now().getEpochSecond());
        return ExitStatus.DONE;
    }
}

package ring3.app.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ring3.app.BadInput;
import ring3.app.FileTrouble;

/// Fetches a file of a disk.
public final class GetFile {
    private static final int ANY_EXECUTE = 0111;

    private final String path;
    private final Inode file;
    private final FileContents contents;

    /// The file at `path`. Throws [DiskError] when there is none, or one that is damaged.
    public GetFile(Volume volume, String path) {
        this.path = path;
        file = new PathLookup(volume).find(path);
        if (!file.isRegular()) {
            throw new DiskError(path, "it is no regular file");
        }
        contents = new FileContents(volume, file);
        contents.zoneNumbers();
    }

    /// Writes its bytes to a stream.
    public void to(PrintStream out) {
        try {
            contents.writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The file of the host that it becomes: `target` or, if that is a folder, one of its own name
    /// in there.
    public Path in(Path target) {
        return Files.isDirectory(target) ? target.resolve(DiskTree.name(path)) : target;
    }

    /// Writes it to a file of the host. Whoever may execute it on the disk may do so on the host.
    ///
    /// @throws BadInput when the host's file cannot be written
    public void to(Path to) {
        try (OutputStream out = Files.newOutputStream(to)) {
            contents.writeTo(out);
        } catch (IOException problem) {
            throw FileTrouble.with(to, problem);
        }
        if ((file.mode() & ANY_EXECUTE) != 0 && !to.toFile().setExecutable(true)) {
            throw new BadInput(to, "it cannot be made executable");
        }
    }
}

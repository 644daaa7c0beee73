package ring3.app.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ring3.app.BadInput;
import ring3.app.FileTrouble;

/// Puts files of the host on a disk. Symbolic links of the host are followed, so what they lead to
/// is what lies on the disk.
public final class PutFiles {
    private static final int FOLDER = 0755;
    private static final int EXECUTABLE = 0755;
    private static final int READABLE = 0644;

    private final Volume volume;
    private final PathLookup paths;
    private final WriteFileSystem write;
    private final boolean recursive;
    private final @Nullable Integer permissions;

    /// @param seconds when it is now, since 1970
    /// @param recursive folders go too, with all that is in them
    /// @param permissions those of the files; null for 755 if the host can execute it, else 644
    public PutFiles(Volume volume, int seconds, boolean recursive, @Nullable Integer permissions) {
        this.volume = volume;
        this.recursive = recursive;
        this.permissions = permissions;
        paths = new PathLookup(volume);
        write = new WriteFileSystem(volume, seconds);
    }

    /// Puts files into the directory at `path`, or one file at `path`, in the place of what is
    /// there. Throws [DiskError] when that is not possible, [BadInput] when a file of the host
    /// cannot be read; the volume is of no use then.
    public void put(List<Path> files, String path) {
        String target = path.startsWith(DiskTree.ROOT) ? path : DiskTree.ROOT + path;
        Inode directory = paths.search(volume.root(), target);
        if (directory != null && directory.isDirectory()) {
            for (Path file : files) {
                putAll(file, DiskTree.child(target, name(file)));
            }
        } else if (files.size() > 1 || target.endsWith(DiskTree.ROOT)) {
            throw new DiskError(path, "there is no such directory to put files into");
        } else {
            putAll(files.getFirst(), target);
        }
    }

    private static String name(Path file) {
        Path name = file.toAbsolutePath().normalize().getFileName();
        if (name == null) {
            throw new BadInput(file, "it has no name that it could have on the disk");
        }
        return name.toString();
    }

    private void putAll(Path from, String to) {
        if (Files.isDirectory(from) && !recursive) {
            throw new BadInput(from, "it is a folder, and folders need -r");
        }
        put(from, to);
        for (Path below : Files.isDirectory(from) ? below(from) : List.<Path>of()) {
            String path = to;
            for (Path name : from.relativize(below)) {
                path = DiskTree.child(path, name.toString());
            }
            put(below, path);
        }
    }

    /// All that is in a folder, each folder before what it holds.
    private static List<Path> below(Path folder) {
        try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return walk.skip(1).sorted().toList();
        } catch (IOException problem) {
            throw FileTrouble.with(folder, problem);
        } catch (UncheckedIOException problem) {
            throw FileTrouble.with(folder, Objects.requireNonNull(problem.getCause()));
        }
    }

    private void put(Path from, String to) {
        try {
            if (Files.isDirectory(from)) {
                putFolder(to);
            } else {
                putFile(from, to);
            }
        } catch (IOException problem) {
            throw FileTrouble.with(from, problem);
        } catch (DiskError error) {
            throw new DiskError(to, error.reason());
        }
    }

    private void putFolder(String to) {
        Inode there = paths.search(volume.root(), to);
        if (there == null) {
            write.directory(paths.find(DiskTree.parent(to)), DiskTree.name(to), FOLDER);
        } else if (!there.isDirectory()) {
            throw new DiskError(to, "a folder can take the place of a directory only");
        }
    }

    private void putFile(Path from, String to) throws IOException {
        if (Files.exists(from) && !Files.isRegularFile(from)) {
            throw new BadInput(from, "it is neither a regular file nor a folder");
        }
        try (InputStream contents = Files.newInputStream(from)) {
            Inode there = paths.search(volume.root(), to);
            if (there != null && !there.isRegular()) {
                throw new DiskError(to, "a file can take the place of a regular file only");
            }
            int mode = permissions(from);
            write.replace(there == null ? newFile(to, mode) : there, mode, contents);
        }
    }

    private Inode newFile(String to, int mode) {
        Inode parent = paths.find(DiskTree.parent(to));
        String name = DiskTree.name(to);
        if (new Directory(volume, parent).find(name) != null) {
            throw new DiskError(to, "it is a symbolic link that leads nowhere");
        }
        return write.file(parent, name, mode);
    }

    private int permissions(Path from) {
        if (permissions != null) {
            return permissions;
        }
        return Files.isExecutable(from) ? EXECUTABLE : READABLE;
    }
}

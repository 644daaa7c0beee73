package ring3.app.disk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Follows paths through the directories of a disk, symbolic links included, as the virtual file
/// system of the machine does.
final class PathLookup {
    private static final int LINKS_MAX = 8;

    private final Volume volume;

    PathLookup(Volume volume) {
        this.volume = volume;
    }

    /// What lies at a path from the root. Throws [DiskError] when nothing does.
    Inode find(String path) {
        Inode inode = search(volume.root(), path);
        if (inode == null) {
            throw new DiskError(path, "no such file or directory");
        }
        return inode;
    }

    /// What lies at a path from a directory, or null. A symbolic link at its end is followed.
    @Nullable Inode search(Inode from, String path) {
        Deque<String> names = new ArrayDeque<>(names(path));
        Inode at = from;
        int links = 0;
        while (at != null && !names.isEmpty()) {
            Inode next = step(at, names.pop());
            if (next != null && next.isSymlink()) {
                if (++links > LINKS_MAX) {
                    throw new DiskError(path, "too many symbolic links");
                }
                String target = target(next);
                names(target).reversed().forEach(names::push);
                at = target.startsWith(DiskTree.ROOT) ? volume.root() : at;
            } else {
                at = next;
            }
        }
        return at;
    }

    private @Nullable Inode step(Inode from, String name) {
        Integer number = from.isDirectory() ? new Directory(volume, from).find(name) : null;
        return number == null ? null : volume.inode(number);
    }

    /// The path that a symbolic link holds.
    String target(Inode link) {
        byte[] path = new FileContents(volume, link).bytes();
        return new String(path, StandardCharsets.ISO_8859_1);
    }

    private static List<String> names(String path) {
        return Arrays.stream(path.split("/", -1)).filter(Predicate.not(String::isEmpty)).toList();
    }
}

package ring3.components.lib.posix;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.Words;
import ring3.components.protocol.Dirent;
import ring3.components.protocol.Stat;

/// The path of the working directory. Nobody keeps it: it is found by climbing to the root and
/// looking up at each step under which name one came (minix: lib/libc, getcwd).
public final class WorkingDirectory {
    private WorkingDirectory() {}

    /// The absolute path of the working directory; a directory that was removed meanwhile ends it.
    public static String find(Posix posix) {
        String path = "";
        String here = ".";
        @Nullable Stat at = stat(posix, here);
        while (at != null) {
            Stat parent = stat(posix, here + "/..");
            if (parent == null || isSame(at, parent)) {
                break;
            }
            path = "/" + nameOf(posix, here + "/..", at) + path;
            here = here + "/..";
            at = parent;
        }
        return path.isEmpty() ? "/" : path;
    }

    private static @Nullable Stat stat(Posix posix, String path) {
        return posix.tree().stat(path) instanceof Outcome.Success(Stat stat) ? stat : null;
    }

    private static boolean isSame(Stat one, Stat other) {
        return one.inode() == other.inode() && one.device() == other.device();
    }

    /// The inode numbers in a directory are those below mount points, so each entry is asked.
    private static String nameOf(Posix posix, String parent, Stat child) {
        if (posix.tree().list(parent) instanceof Outcome.Success(List<Dirent> entries)) {
            for (Dirent entry : entries) {
                boolean dots = entry.name().equals(".") || entry.name().equals("..");
                Stat stat = dots ? null : stat(posix, parent + "/" + entry.name());
                if (stat != null && isSame(stat, child)) {
                    return entry.name();
                }
            }
        }
        return "?";
    }

    /// The path that `path` means seen from `directory`, without `.` and `..`.
    public static String resolve(String directory, String path) {
        String whole = path.startsWith("/") ? path : directory + "/" + path;
        List<String> names = new ArrayList<>();
        for (String name : Words.split(whole, '/')) {
            switch (name) {
                case "", "." -> {}
                case ".." -> {
                    if (!names.isEmpty()) {
                        names.removeLast();
                    }
                }
                default -> names.add(name);
            }
        }
        return "/" + String.join("/", names);
    }
}

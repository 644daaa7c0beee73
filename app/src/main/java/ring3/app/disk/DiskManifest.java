package ring3.app.disk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a disk holds that a folder of the host cannot hold: device nodes, permissions and empty
/// directories. One line each: a letter, the permissions in octal, for a device its major and minor
/// number, and the path. Empty lines and those that begin with `#` are comments.
final class DiskManifest {
    private DiskManifest() {}

    /// Puts what the lines say into the tree. Throws [IllegalArgumentException], which names the
    /// line, for one that does not keep to the form.
    static void apply(List<String> lines, DiskTree tree) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    apply(line.split(" +"), tree);
                } catch (RuntimeException malformed) {
                    String place = "line " + (i + 1) + " is malformed: " + line;
                    throw new IllegalArgumentException(place, malformed);
                }
            }
        }
    }

    private static void apply(String[] words, DiskTree tree) {
        int permissions = Integer.parseInt(words[1], 8);
        String path = words[words.length - 1];
        DiskNode node =
                switch (words[0]) {
                    case "d" -> new DiskNode.Directory(permissions);
                    case "f" -> withPermissions(tree.nodes().get(path), permissions);
                    case "c" ->
                            new DiskNode.CharacterDevice(permissions, major(words), minor(words));
                    case "b" -> new DiskNode.BlockDevice(permissions, major(words), minor(words));
                    default -> throw new IllegalArgumentException("unknown letter");
                };
        tree.put(path, node);
    }

    private static DiskNode withPermissions(@Nullable DiskNode node, int permissions) {
        if (node instanceof DiskNode.RegularFile file) {
            return new DiskNode.RegularFile(permissions, file.contents());
        }
        throw new IllegalArgumentException("no such file");
    }

    private static int major(String[] words) {
        return Integer.parseInt(words[2]);
    }

    private static int minor(String[] words) {
        return Integer.parseInt(words[3]);
    }
}

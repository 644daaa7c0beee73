package ring3.app.disk;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a disk image is to hold: absolute paths and what lies there. Directories on the way to a
/// path come into being by themselves.
public final class DiskTree {
    /// The root directory.
    public static final String ROOT = "/";

    private static final int DIRECTORY_PERMISSIONS = 0755;

    private final TreeMap<String, DiskNode> nodes = new TreeMap<>();

    /// A tree that holds the root directory.
    public DiskTree() {
        nodes.put(ROOT, new DiskNode.Directory(DIRECTORY_PERMISSIONS));
    }

    /// Puts `node` at an absolute path, in place of what may have been there.
    public void put(String path, DiskNode node) {
        if (!path.startsWith(ROOT) || path.endsWith(ROOT)) {
            throw new IllegalArgumentException("not an absolute path to a file: " + path);
        }
        String parent = parent(path);
        if (!nodes.containsKey(parent)) {
            put(parent, new DiskNode.Directory(DIRECTORY_PERMISSIONS));
        }
        nodes.put(path, node);
    }

    /// All paths in order, each directory before what is in it.
    public SortedMap<String, DiskNode> nodes() {
        return Collections.unmodifiableSortedMap(nodes);
    }

    /// The path of the directory that a path lies in.
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash == 0 ? ROOT : path.substring(0, slash);
    }

    /// The path of what lies in a directory.
    static String child(String directory, String name) {
        return directory.endsWith(ROOT) ? directory + name : directory + ROOT + name;
    }

    /// The last component of a path.
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

package ring3.components.programs.fake;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Stat;

/// A file of any kind.
final class Node {
    /// The time at which everything was made: the first second of 2026.
    private static final long MADE = 1_767_225_600L;

    final int inode;
    int mode;
    int links = 1;
    int device;
    byte[] bytes = {};
    final Map<String, Node> children = new TreeMap<>();
    @Nullable Node parent;

    Node(int inode, int mode) {
        this.inode = inode;
        this.mode = mode;
    }

    int type() {
        return mode & Stat.TYPE_MASK;
    }

    boolean isDirectory() {
        return type() == Stat.DIRECTORY;
    }

    void write(int position, byte[] from) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length, position + from.length));
        System.arraycopy(from, 0, bytes, position, from.length);
    }

    Stat stat() {
        return new Stat(inode, mode, links, 0, 0, device, bytes.length, MADE, MADE, MADE);
    }
}

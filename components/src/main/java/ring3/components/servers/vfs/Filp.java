package ring3.components.servers.vfs;

import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Fcntl;

/// An open file: what descriptors, perhaps of several processes, share (minix: servers/vfs/file.h).
/// The position is shared too, which is why a shell script and the commands it starts write one
/// behind the other.
final class Filp {
    private static final int CHANGEABLE = Fcntl.O_APPEND | Fcntl.O_NONBLOCK;

    private final Stream stream;
    private final @Nullable Vnode node;
    private int flags;
    private long position;
    private int references;

    /// @param node the file's vnode with a reference that is the filp's from now on; null for a
    ///   pipe without a name
    /// @param flags those of [Fcntl]
    Filp(Stream stream, @Nullable Vnode node, int flags) {
        this.stream = stream;
        this.node = node;
        this.flags = flags;
    }

    Stream stream() {
        return stream;
    }

    @Nullable Vnode node() {
        return node;
    }

    /// Access mode and status flags, as F_GETFL shows them.
    int flags() {
        return flags & (Fcntl.O_ACCMODE | CHANGEABLE);
    }

    void changeFlags(int wanted) {
        flags = (flags & ~CHANGEABLE) | (wanted & CHANGEABLE);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    boolean readable() {
        return (flags & Fcntl.O_ACCMODE) != Fcntl.O_WRONLY;
    }

    boolean writable() {
        return (flags & Fcntl.O_ACCMODE) != Fcntl.O_RDONLY;
    }

    long position() {
        return position;
    }

    void moveTo(long newPosition) {
        position = newPosition;
    }

    Filp dup() {
        references++;
        return this;
    }

    /// One descriptor less; with the last one the file is closed.
    void close() {
        references--;
        if (references == 0) {
            stream.close();
            if (node != null) {
                node.put();
            }
        }
    }
}

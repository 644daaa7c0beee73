package ring3.components.servers.mfs;

import java.nio.charset.StandardCharsets;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Memory;
import ring3.syslib.Syslib;

/// The way to names and small answers in the memory of a client, by its grants.
final class ClientMemory {
    /// The longest path, and the most that crosses at once.
    static final int BYTES_MAX = 4096;

    private final Syslib sys;
    private final int buffer;
    private final int zeros;

    ClientMemory(Syslib sys) {
        this.sys = sys;
        this.buffer = sys.allocate(BYTES_MAX);
        this.zeros = sys.allocate(BYTES_MAX);
    }

    /// Our own copy of what is about to be sent: [#BYTES_MAX] bytes.
    int buffer() {
        return buffer;
    }

    /// The address of [#BYTES_MAX] zeros, which holes are read from.
    int zeros() {
        return zeros;
    }

    Memory memory() {
        return sys.memory();
    }

    /// The text in a grant, to its first zero byte if there is one. ENAMETOOLONG, EFAULT, EPERM.
    String text(Endpoint client, int grant, int length) {
        FsError.when(length < 0, Errno.EINVAL);
        FsError.when(length > BYTES_MAX, Errno.ENAMETOOLONG);
        FsError.check(sys.safeCopyFrom(client, grant, 0, buffer, length));
        byte[] bytes = new byte[length];
        memory().get(buffer, bytes, 0, length);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /// One component of a path. ENOENT for an empty one, EINVAL for one with a slash, ENAMETOOLONG.
    String name(Endpoint client, int grant, int length) {
        String name = text(client, grant, length);
        FsError.when(name.isEmpty(), Errno.ENOENT);
        FsError.when(name.indexOf('/') >= 0, Errno.EINVAL);
        FsError.when(name.length() > Directory.NAME_MAX, Errno.ENAMETOOLONG);
        return name;
    }

    /// Stores text in a grant.
    void putText(Endpoint client, int grant, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        memory().put(buffer, bytes, 0, bytes.length);
        send(client, grant, bytes.length);
    }

    /// Sends the first bytes of [#buffer()] into a grant.
    void send(Endpoint client, int grant, int bytes) {
        FsError.check(sys.safeCopyTo(client, grant, 0, buffer, bytes));
    }
}

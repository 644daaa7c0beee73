package ring3.components.servers.vfs;

import java.nio.charset.StandardCharsets;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.Syslib;

/// Grants that last as long as a call: on the memory of the process that made it, so that data goes
/// between a file server or driver and the process without passing through here, and on names.
final class Loans {
    /// The longest path in bytes.
    static final int PATH_MAX = 1024;

    private final Syslib sys;
    private final Buffers names;

    Loans(Syslib sys) {
        this.sys = sys;
        this.names = new Buffers(sys, PATH_MAX);
    }

    /// A magic grant for `server` on the caller's memory. Refuses a negative count with EINVAL.
    int ofUser(Call call, Endpoint server, int address, int bytes, int access) {
        if (bytes < 0) {
            throw new Refused(Errno.EINVAL);
        }
        GrantTable grants = sys.grants();
        return tied(call, grants.magic(server, call.user(), address, bytes, access));
    }

    /// A grant for `server` on our own memory.
    int ofOwn(Call call, Endpoint server, int address, int bytes, int access) {
        return tied(call, sys.grants().direct(server, address, bytes, access));
    }

    /// A grant for `server` to read a name, which is copied to a buffer of ours.
    int ofName(Call call, Endpoint server, String name) {
        return ofOwn(call, server, store(call, name), name.length(), GrantTable.READ);
    }

    /// A buffer of [#PATH_MAX] bytes that begins with `text`.
    int store(Call call, String text) {
        int address = names.take(call);
        put(address, text);
        return address;
    }

    /// Stores `text` in a buffer of [#PATH_MAX] bytes; ENAMETOOLONG when it does not fit.
    void put(int address, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > PATH_MAX) {
            throw new Refused(Errno.ENAMETOOLONG);
        }
        sys.memory().put(address, bytes, 0, bytes.length);
    }

    /// The text of `length` bytes at `address` of our memory.
    String text(int address, int length) {
        byte[] bytes = new byte[length];
        sys.memory().get(address, bytes, 0, length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// A path in the caller's memory. Refuses: ENOENT when it is empty, ENAMETOOLONG, EFAULT.
    String path(Call call, int address, int length) {
        if (length == 0) {
            throw new Refused(Errno.ENOENT);
        }
        if (length < 0 || length > PATH_MAX) {
            throw new Refused(Errno.ENAMETOOLONG);
        }
        int buffer = names.take(call);
        copyIn(call, address, buffer, length);
        return text(buffer, length);
    }

    /// Copies from the caller's memory to ours, or refuses with EFAULT.
    void copyIn(Call call, int address, int to, int bytes) {
        if (sys.copyFrom(call.user(), address, to, bytes) < 0) {
            throw new Refused(Errno.EFAULT);
        }
    }

    /// Copies from our memory to the caller's, or refuses with EFAULT.
    void copyOut(Call call, int from, int address, int bytes) {
        if (sys.copyTo(call.user(), address, from, bytes) < 0) {
            throw new Refused(Errno.EFAULT);
        }
    }

    private int tied(Call call, int grant) {
        if (grant == GrantTable.INVALID) {
            throw new Refused(Errno.ENOMEM);
        }
        call.whenEnded(() -> sys.grants().revoke(grant));
        return grant;
    }
}

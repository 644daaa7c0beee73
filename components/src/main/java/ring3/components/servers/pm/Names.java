package ring3.components.servers.pm;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;
import ring3.syslib.Syslib;

/// Moves names between the memory of processes and PM.
final class Names {
    /// The longest name or path.
    static final int LENGTH_MAX = 1024;

    private final Syslib sys;
    private final int buffer;

    Names(Syslib sys) {
        this.sys = sys;
        this.buffer = sys.allocate(LENGTH_MAX);
    }

    /// The text of `length` bytes in the memory of `process`, or null when it is not there.
    @Nullable String fetch(Endpoint process, int address, int length) {
        if (length < 0
                || length > LENGTH_MAX
                || sys.copyFrom(process, address, buffer, length) < 0) {
            return null;
        }
        return text(buffer, length);
    }

    /// The text at an address of ours, up to its first zero byte if it has one.
    String text(int address, int length) {
        byte[] bytes = new byte[length];
        sys.memory().get(address, bytes, 0, length);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /// Stores a name in our memory, until the next one; returns its address.
    int store(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        sys.memory().put(buffer, bytes, 0, bytes.length);
        return buffer;
    }
}

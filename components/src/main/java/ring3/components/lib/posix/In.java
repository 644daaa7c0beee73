package ring3.components.lib.posix;

import org.jspecify.annotations.Nullable;

/// An input stream with a buffer. An error looks like the end and is kept.
public final class In {
    private static final int BUFFER_BYTES = 4096;

    private final Files files;
    private final int fd;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int end;
    private int error;

    /// Reads from the descriptor `fd`.
    public In(Files files, int fd) {
        this.files = files;
        this.fd = fd;
    }

    /// The next byte, 0 to 255, or -1 at the end.
    public int read() {
        if (next == end) {
            int got = files.read(fd, buffer, 0, BUFFER_BYTES);
            next = 0;
            end = Math.max(got, 0);
            error = Math.min(got, 0);
        }
        return next == end ? -1 : buffer[next++] & 0xff;
    }

    /// The next line with the newline that ends it, which the last one may lack; null at the end.
    public @Nullable String line() {
        StringBuilder line = new StringBuilder();
        for (int c = read(); c >= 0; c = read()) {
            line.append((char) c);
            if (c == '\n') {
                return line.toString();
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    /// Everything up to the end.
    public String rest() {
        StringBuilder text = new StringBuilder();
        for (String line = line(); line != null; line = line()) {
            text.append(line);
        }
        return text.toString();
    }

    /// 0, or the negative error number that ended it.
    public int error() {
        return error;
    }
}

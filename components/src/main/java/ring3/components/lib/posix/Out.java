package ring3.components.lib.posix;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An output stream with a buffer, so that not every character is a message. The first error is
/// kept and what follows is dropped, as in stdio.
public final class Out {
    /// When a buffer is written out.
    public enum Flush {
        /// At the end of every line, as on a terminal.
        LINES,
        /// When the buffer is full.
        FULL
    }

    private static final int BUFFER_BYTES = 4096;

    private final Files files;
    private final int fd;
    private final Supplier<Flush> asks;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private @Nullable Flush policy;
    private int used;
    private int error;

    Out(Files files, int fd, Supplier<Flush> asks) {
        this.files = files;
        this.fd = fd;
        this.asks = asks;
    }

    /// Writes text, one byte a character.
    public void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        bytes(bytes, 0, bytes.length);
    }

    /// Writes text and ends the line.
    public void line(String text) {
        text(text + "\n");
    }

    /// Writes bytes.
    public void bytes(byte[] from, int offset, int count) {
        boolean endsLine = false;
        for (int i = offset; i < offset + count; i++) {
            if (used == BUFFER_BYTES) {
                writeBuffer();
            }
            buffer[used++] = from[i];
            endsLine |= from[i] == '\n';
        }
        if (endsLine && policy() == Flush.LINES) {
            writeBuffer();
        }
    }

    /// Writes out what is buffered. Returns 0, or the first error since the last flush.
    public int flush() {
        writeBuffer();
        policy = null;
        int result = error;
        error = 0;
        return result;
    }

    /// Forgets what is buffered: it is written elsewhere, or never.
    public void discard() {
        used = 0;
    }

    private void writeBuffer() {
        if (used > 0 && error == 0) {
            error = files.write(fd, buffer, 0, used);
        }
        used = 0;
    }

    private Flush policy() {
        if (policy == null) {
            policy = asks.get();
        }
        return policy;
    }
}

package ring3.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/// What comes from the host's standard input, read on a thread of its own, so that the machine
/// never waits for it. Nothing is read before somebody wants it: it may be meant for another
/// program.
final class HostInput {
    private static final int BUFFER_BYTES = 4096;
    private static final int ROOM = 1 << 16;

    private final InputStream stream;
    private final Queue<Byte> bytes = new ArrayDeque<>();
    private boolean started;
    private boolean ended;

    HostInput(InputStream stream) {
        this.stream = stream;
    }

    /// Begins to read, the first time it is called.
    synchronized void start() {
        if (!started) {
            started = true;
            Thread.ofPlatform().daemon().name("host input").start(this::read);
        }
    }

    private void read() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                add(buffer, count);
            }
        } catch (IOException | InterruptedException gone) {
            // What cannot be read any more has ended.
        }
        end();
    }

    private synchronized void add(byte[] buffer, int count) throws InterruptedException {
        while (bytes.size() > ROOM) {
            wait();
        }
        for (int i = 0; i < count; i++) {
            bytes.add(buffer[i]);
        }
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// Whether a byte is there.
    synchronized boolean isReady() {
        return !bytes.isEmpty();
    }

    /// Whether no byte is there and none will come.
    synchronized boolean isAtEnd() {
        return ended && bytes.isEmpty();
    }

    /// The next byte, which must be there, 0 to 255; it stays.
    synchronized int peek() {
        return bytes.element() & 0xff;
    }

    /// Takes the next byte away.
    synchronized void remove() {
        bytes.remove();
        notifyAll();
    }

    /// Waits until a byte or the end is there, at most so long.
    synchronized void await(long nanos) {
        long deadline = System.nanoTime() + nanos;
        try {
            for (long left = nanos;
                    bytes.isEmpty() && !ended && left > 0;
                    left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

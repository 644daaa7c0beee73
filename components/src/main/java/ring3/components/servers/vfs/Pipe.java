package ring3.components.servers.vfs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import ring3.syslib.Errno;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// A pipe (minix: servers/vfs/pipe.c; there a file server keeps the bytes, here they wait in our
/// own memory). Readers and writers queue in the order in which they came.
final class Pipe {
    /// How many bytes it holds.
    static final int BYTES = 16 * 1024;

    /// A write of so many bytes or fewer is never mixed with others.
    static final int ATOMIC_BYTES = 4096;

    /// Who waits for the other side of a named pipe.
    record Opening(Call call, PipeEnd end, Consumer<Stream> opened) {}

    private final Syslib sys;
    private final Buffers buffers;
    private final int buffer;
    private final Deque<PipeTransfer> reads = new ArrayDeque<>();
    private final Deque<PipeTransfer> writes = new ArrayDeque<>();
    private final Deque<Opening> openings = new ArrayDeque<>();
    private int head;
    private int count;
    private int readers;
    private int writers;

    /// A pipe with one of `buffers`, each of [#BYTES] bytes.
    Pipe(Syslib sys, Buffers buffers) {
        this.sys = sys;
        this.buffers = buffers;
        this.buffer = buffers.take();
    }

    /// Whether any end is open. A pipe that was closed is never used again.
    boolean isOpen() {
        return readers > 0 || writers > 0;
    }

    boolean hasReaders() {
        return readers > 0;
    }

    // ---- Its ends

    void attach(boolean reads, boolean writes) {
        readers += reads ? 1 : 0;
        writers += writes ? 1 : 0;
    }

    /// An end is closed: whoever waits on the other side learns that nothing comes any more.
    void detach(boolean reads, boolean writes) {
        readers -= reads ? 1 : 0;
        writers -= writes ? 1 : 0;
        settle();
        if (readers == 0 && writers == 0) {
            head = 0;
            count = 0;
            buffers.give(buffer);
        }
    }

    /// Somebody has opened a pipe with a name, and waits until the other side is there too.
    void open(Opening opening) {
        openings.add(opening);
        opening.call().waits(() -> giveUp(opening));
        wakeOpenings();
    }

    /// An end was opened: who waited for it goes on.
    void wakeOpenings() {
        for (Opening each : List.copyOf(openings)) {
            if (each.end().reads() ? writers > 0 : readers > 0) {
                openings.remove(each);
                each.call().step(() -> each.opened().accept(each.end()));
            }
        }
    }

    private void giveUp(Opening opening) {
        openings.remove(opening);
        opening.end().close();
        opening.call().fail(Errno.EINTR);
    }

    // ---- Bytes

    /// Reads what is there, or waits for the first byte unless it may not.
    void read(PipeTransfer transfer, boolean mayWait) {
        queue(reads, transfer, mayWait);
    }

    /// Writes all of it, waiting for room unless it may not.
    void write(PipeTransfer transfer, boolean mayWait) {
        queue(writes, transfer, mayWait);
    }

    private void queue(Deque<PipeTransfer> queue, PipeTransfer transfer, boolean mayWait) {
        queue.add(transfer);
        transfer.call().waits(() -> giveUp(queue, transfer, Errno.EINTR));
        settle();
        if (!mayWait && !transfer.call().ended()) {
            giveUp(queue, transfer, Errno.EAGAIN);
        }
    }

    private static void giveUp(Deque<PipeTransfer> queue, PipeTransfer transfer, Errno why) {
        queue.remove(transfer);
        transfer.finish(why.status());
    }

    /// Serves who waits until nobody can be served.
    private void settle() {
        boolean progress;
        do {
            progress = serveReader() || serveWriter();
        } while (progress);
    }

    private boolean serveReader() {
        PipeTransfer reader = reads.peek();
        if (reader == null || (count == 0 && writers > 0)) {
            return false;
        }
        reads.remove();
        reader.call()
                .step(() -> {
                    move(reader, Math.min(count, reader.left()), true);
                    reader.finish(0);
                });
        return true;
    }

    private boolean serveWriter() {
        PipeTransfer writer = writes.peek();
        if (writer == null) {
            return false;
        }
        if (readers == 0) {
            writes.remove();
            breakOff(writer);
            return true;
        }
        int room = BYTES - count;
        if (room < writer.needs()) {
            return false;
        }
        accept(writer, Math.min(room, writer.left()));
        return true;
    }

    private void accept(PipeTransfer writer, int bytes) {
        writer.call().step(() -> move(writer, bytes, false));
        if (writer.call().ended()) {
            writes.remove(writer);
        } else if (writer.left() == 0) {
            writes.remove(writer);
            writer.finish(0);
        }
    }

    /// Nobody will ever read it: the writer is signalled, before it can go on.
    private void breakOff(PipeTransfer writer) {
        sys.kill(writer.call().user(), Signals.SIGPIPE);
        writer.finish(Errno.EPIPE.status());
    }

    /// Moves `bytes` between the ring of bytes and the process, in two parts where the ring wraps.
    private void move(PipeTransfer transfer, int bytes, boolean out) {
        int place = (out ? head : head + count) % BYTES;
        int first = Math.min(bytes, BYTES - place);
        transfer.copy(buffer + place, first, out);
        transfer.copy(buffer, bytes - first, out);
        head = out ? (head + bytes) % BYTES : head;
        count += out ? -bytes : bytes;
    }
}

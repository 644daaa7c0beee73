package ring3.components.drivers.tty;

import java.util.ArrayDeque;
import ring3.components.lib.CharDriver;
import ring3.components.lib.CharDriver.Request;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// The writes to one terminal. They wait in line while the device is slow; the driver does not.
final class TerminalOutput {
    private static final int CHUNK_BYTES = 4096;

    private final Syslib sys;
    private final TerminalDevice device;
    private final OutputProcessing processing;
    private final ArrayDeque<Writing> line = new ArrayDeque<>();
    private final byte[] bytes = new byte[CHUNK_BYTES];
    private final int buffer;

    TerminalOutput(Syslib sys, TerminalDevice device, OutputProcessing processing) {
        this.sys = sys;
        this.device = device;
        this.processing = processing;
        buffer = sys.allocate(CHUNK_BYTES);
    }

    /// A request that may not wait gets what was possible at once.
    int write(Request request) {
        var writing = new Writing(request);
        line.add(writing);
        proceed();
        boolean unfinished = line.contains(writing);
        if (unfinished && !request.mayWait()) {
            line.remove(writing);
            return writing.cutShort(Errno.EAGAIN);
        }
        return CharDriver.LATER;
    }

    /// Gives up request `id`, see [CharDriver.Device#cancel].
    int cancel(int id) {
        for (Writing writing : line) {
            if (writing.request().id() == id) {
                line.remove(writing);
                return writing.cutShort(Errno.EINTR);
            }
        }
        return CharDriver.LATER;
    }

    /// Gives the device what it has room for, write after write, and answers those that are done: a
    /// writer that then halts the machine has lost nothing.
    void proceed() {
        for (Writing next = line.peek(); next != null; next = line.peek()) {
            int status = advance(next);
            device.flush();
            if (status >= 0 && (next.left() > 0 || !device.hasTakenAll())) {
                break;
            }
            line.remove();
            Request request = next.request();
            int answer = status < 0 ? status : next.done();
            CharDriver.reply(sys, request.client(), request.id(), answer);
        }
        device.flush();
    }

    private int advance(Writing writing) {
        int room = room();
        while (writing.left() > 0 && room > 0) {
            int length = Math.min(Math.min(writing.left(), room), CHUNK_BYTES);
            int status = show(writing, length);
            if (status < 0) {
                return status;
            }
            writing.advance(length);
            room = room();
        }
        return 0;
    }

    private int room() {
        return device.room() / OutputProcessing.EXPANSION_MAX;
    }

    private int show(Writing writing, int length) {
        Request from = writing.request();
        int status = sys.safeCopyFrom(from.client(), from.grant(), writing.done(), buffer, length);
        if (status >= 0) {
            sys.memory().get(buffer, bytes, 0, length);
            processing.put(bytes, length);
        }
        return status;
    }
}

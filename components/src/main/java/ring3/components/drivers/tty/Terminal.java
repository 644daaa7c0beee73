package ring3.components.drivers.tty;

import org.jspecify.annotations.Nullable;
import ring3.components.lib.CharDriver;
import ring3.components.lib.CharDriver.Request;
import ring3.components.protocol.Pm.PmKill;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// One terminal: what is typed at it, what is shown on its device, and the requests that wait for
/// either. The driver itself waits for neither.
final class Terminal {
    /// A kill of this group, whose number is init's, would reach everybody.
    private static final int INIT_GROUP = 1;

    private final Syslib sys;
    private final TerminalOutput output;
    private final LineDiscipline input;
    private final byte[] bytes = new byte[InputQueue.CAPACITY];
    private final int buffer;
    private int group;
    private @Nullable Request reading;

    Terminal(Syslib sys, TerminalDevice device) {
        this.sys = sys;
        var processing = new OutputProcessing(device);
        output = new TerminalOutput(sys, device, processing);
        input = new LineDiscipline(processing, this::signal);
        buffer = sys.allocate(InputQueue.CAPACITY);
    }

    /// One read may wait at a time, as in the original: two readers of one keyboard make no sense.
    int read(Request request) {
        if (reading != null) {
            return Errno.EIO.status();
        }
        if (request.count() == 0) {
            return 0;
        }
        if (input.isReadable()) {
            return deliver(request);
        }
        if (!request.mayWait()) {
            return Errno.EAGAIN.status();
        }
        reading = request;
        return CharDriver.LATER;
    }

    int write(Request request) {
        return output.write(request);
    }

    /// Gives up request `id`, see [CharDriver.Device#cancel].
    int cancel(int id) {
        if (reading != null && reading.id() == id) {
            reading = null;
            return Errno.EINTR.status();
        }
        return output.cancel(id);
    }

    int mode() {
        return input.mode();
    }

    /// What was typed before may have become readable by this.
    void setMode(int mode) {
        input.setMode(mode);
        serveReader();
    }

    /// The process group that the keys for interrupt and quit signal; 0 for none.
    int group() {
        return group;
    }

    void setGroup(int group) {
        this.group = group;
    }

    /// A character was typed. Nobody reads it, and its echo is not seen, before [#settle].
    void type(int character) {
        input.type(character);
    }

    /// The device has had its say: characters were typed, or there is room for more.
    void settle() {
        serveReader();
        output.proceed();
    }

    private void serveReader() {
        Request request = reading;
        if (request != null && input.isReadable()) {
            reading = null;
            CharDriver.reply(sys, request.client(), request.id(), deliver(request));
        }
    }

    private int deliver(Request request) {
        int length = input.take(bytes, Math.min(request.count(), bytes.length));
        sys.memory().put(buffer, bytes, 0, length);
        int status = sys.safeCopyTo(request.client(), request.grant(), 0, buffer, length);
        return status < 0 ? status : length;
    }

    /// A key asked for a signal. The driver must not wait for the process manager, who may be
    /// waiting for somebody that waits for us, and takes no notice of the answer.
    private void signal(int number) {
        if (group > INIT_GROUP) {
            sys.asynsend(Endpoint.PM, new PmKill(-group, number), AsyncMessage.NOREPLY);
        }
    }
}

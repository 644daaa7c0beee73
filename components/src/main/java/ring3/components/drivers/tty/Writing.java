package ring3.components.drivers.tty;

import ring3.components.lib.CharDriver.Request;
import ring3.syslib.Errno;

/// A write request and how far it has got.
final class Writing {
    private final Request request;
    private int done;

    Writing(Request request) {
        this.request = request;
    }

    Request request() {
        return request;
    }

    /// Bytes that are written.
    int done() {
        return done;
    }

    int left() {
        return request.count() - done;
    }

    void advance(int bytes) {
        done += bytes;
    }

    /// The answer when it goes no further: what was written counts more than why it ended.
    int cutShort(Errno reason) {
        return done > 0 ? done : reason.status();
    }
}

package ring3.components.drivers.atwini;

import java.util.ArrayDeque;
import ring3.components.lib.Sef;
import ring3.syslib.Endpoint;
import ring3.syslib.Received;
import ring3.syslib.Syslib;

/// The messages of a driver that can do one thing at a time. While it waits for its device it goes
/// on receiving, so that heartbeats are answered, but keeps the requests of others for later
/// (minix: lib/libblockdriver, mq.c).
final class Inbox {
    private final Syslib sys;
    private final Sef sef;
    private final ArrayDeque<Received> kept = new ArrayDeque<>();

    Inbox(Syslib sys, Sef sef) {
        this.sys = sys;
        this.sef = sef;
    }

    /// The next message, those that were kept first.
    Received next() {
        Received first = kept.poll();
        return first != null ? first : sef.receive();
    }

    /// Sleeps until the device interrupts. False when the alarm went off before it did.
    boolean awaitInterrupt() {
        for (; ; ) {
            Received in = sef.receive();
            if (in.isNotifyFrom(Endpoint.HARDWARE)) {
                return true;
            }
            if (in.isNotifyFrom(Endpoint.CLOCK)) {
                return false;
            }
            kept.add(in);
        }
    }

    /// Sleeps for `ticks`; interrupts in that time are ignored.
    void pause(long ticks) {
        sys.setAlarm(ticks);
        while (awaitInterrupt()) {
            // Not the alarm yet.
        }
    }
}

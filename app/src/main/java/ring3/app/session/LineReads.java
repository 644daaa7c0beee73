package ring3.app.session;

import java.util.Set;
import java.util.TreeSet;
import ring3.components.protocol.Cdev.CdevCancel;
import ring3.components.protocol.Cdev.CdevRead;
import ring3.components.protocol.Cdev.CdevReply;
import ring3.components.protocol.Devices;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.events.KernelEvent.ProcessDied;
import ring3.syslib.Endpoint;

/// Knows from the messages whether a program waits for input from a serial line.
public final class LineReads {
    private final int minor;
    private final Set<Integer> waiting = new TreeSet<>();
    private Endpoint driver = Endpoint.NONE;
    private boolean begun;

    /// Of COM1, line 0, or COM2, line 1.
    public LineReads(int line) {
        minor = Devices.SERIAL_MINOR + line;
    }

    /// Learns of an event.
    public void add(KernelEvent event) {
        switch (event) {
            case MessageDelivered e -> delivered(e);
            case ProcessDied e when e.process().equals(driver) -> waiting.clear();
            default -> {} // Nothing else begins or ends a read.
        }
    }

    private void delivered(MessageDelivered event) {
        switch (event.message()) {
            case CdevRead read when read.minor() == minor -> {
                driver = event.destination();
                begun = true;
                waiting.add(read.id());
            }
            case CdevCancel cancel when event.destination().equals(driver) ->
                    waiting.remove(cancel.id());
            case CdevReply reply when event.source().equals(driver) -> waiting.remove(reply.id());
            default -> {} // The other messages are none of a reader's.
        }
    }

    /// Whether a program waits now.
    public boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /// Whether a program has ever waited; before that nobody has set up the line.
    public boolean hasBegun() {
        return begun;
    }
}

package ring3.app.session;

import ring3.events.KernelEvent;
import ring3.events.KernelEvent.ContextSwitched;
import ring3.syslib.Endpoint;

/// Notices whether any process had the processor.
public final class Stillness {
    private boolean still = true;

    /// Nothing has happened yet.
    public Stillness() {}

    /// Learns from the next event.
    public void add(KernelEvent event) {
        if (event instanceof ContextSwitched switched && !switched.to().equals(Endpoint.NONE)) {
            still = false;
        }
    }

    /// Whether no process got the processor since the last call.
    public boolean take() {
        boolean was = still;
        still = true;
        return was;
    }
}

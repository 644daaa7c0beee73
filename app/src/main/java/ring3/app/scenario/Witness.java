package ring3.app.scenario;

import ring3.app.report.Denials;
import ring3.app.report.Restarts;
import ring3.events.KernelEvent;
import ring3.events.Observer;

/// Watches a run for the checks and the report, and shows every event to one more observer.
final class Witness implements Observer {
    private final Restarts restarts = new Restarts();
    private final Denials denials = new Denials();
    private final Observer next;

    Witness(Observer next) {
        this.next = next;
    }

    @Override
    public boolean on(KernelEvent event) {
        restarts.add(event);
        denials.add(event);
        return next.on(event);
    }

    Restarts restarts() {
        return restarts;
    }

    Denials denials() {
        return denials;
    }
}

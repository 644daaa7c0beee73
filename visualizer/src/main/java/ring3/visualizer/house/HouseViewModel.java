package ring3.visualizer.house;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.visualizer.EventTrace;
import ring3.visualizer.LabFrame;
import ring3.visualizer.Selection;
import ring3.visualizer.sentences.Sentences;

/// What the house shows: boxes that change when the machine does, and things on their way in a time
/// of the house's own, which stands still while the machine does.
public final class HouseViewModel {
    /// More messages a second than this, and the eye cannot follow.
    private static final double EYE_PER_SECOND = 12;

    private static final int EVENTS_MAX = 3000;
    private static final double STAGGER_MILLIS = 130;
    private static final double BACKLOG_MILLIS = 900;
    private static final int POSED_EVENTS = 60;
    private static final int POSED_FLIGHTS = 3;

    private final EventTrace trace;
    private final Selection selection;
    private final Sentences sentences;
    private final CpuShares shares = new CpuShares();
    private final Traffic traffic = new Traffic();
    private final List<Flight> flights = new ArrayList<>();
    private final List<Denial> denials = new ArrayList<>();
    private final ReadOnlyObjectWrapper<List<BoxState>> boxes =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper panicked = new ReadOnlyBooleanWrapper();
    private long seen;
    private double now;
    private boolean started;
    private boolean running;

    /// A house over the events of that trace.
    public HouseViewModel(EventTrace trace, Selection selection) {
        this.trace = trace;
        this.selection = selection;
        sentences = new Sentences(trace.names());
    }

    /// Shows a frame and launches what happened since the one before.
    public void show(LabFrame frame) {
        running = frame.running();
        panicked.set(frame.snapshot().panic() != null);
        shares.show(frame.snapshot());
        boxes.set(new BoxStates(frame, shares).all());
        long last = frame.snapshot().event();
        if (started) {
            launch(frame, last);
        }
        started = true;
        seen = last;
    }

    /// Forgets what is in the air and what was seen: another run begins.
    public void forget() {
        flights.clear();
        denials.clear();
        traffic.clear();
        seen = 0;
    }

    private void launch(LabFrame frame, long last) {
        List<KernelEvent> events = trace.after(seen, EVENTS_MAX);
        double weight =
                events.isEmpty() ? 1 : Math.max(1.0, (double) (last - seen) / events.size());
        if (!events.isEmpty() && !running) {
            flights.removeIf(f -> f.arrived(now));
        }
        var plan = new FlightPlan(frame);
        for (KernelEvent event : events) {
            launch(plan, event, weight);
        }
    }

    private void launch(FlightPlan plan, KernelEvent event, double weight) {
        deny(plan, event);
        Flight flight = plan.of(event, nextStart());
        if (flight == null) {
            return;
        }
        if (event instanceof MessageDelivered) {
            traffic.add(flight.from(), flight.to(), weight);
        }
        if (!isAggregated() && flight.start() - now < BACKLOG_MILLIS) {
            flights.add(flight);
        }
    }

    private void deny(FlightPlan plan, KernelEvent event) {
        String from = plan.denied(event);
        if (from != null) {
            denials.removeIf(d -> d.from().equals(from));
            denials.add(new Denial(from, sentences.of(event), now));
        }
    }

    private double nextStart() {
        Flight last = flights.isEmpty() ? null : flights.getLast();
        return last == null ? now : Math.max(now, last.start() + STAGGER_MILLIS);
    }

    /// Lets time go by on the screen. What is in flight stands still while the machine does, except
    /// for what a step has launched: that arrives, and stays where it arrived.
    public void tick(double millis) {
        traffic.tick(millis);
        if (running) {
            now += millis;
            flights.removeIf(f -> f.arrived(now));
        } else if (!flights.isEmpty()) {
            now = Math.min(now + millis, flights.getLast().start() + Flight.MILLIS);
        }
        denials.removeIf(d -> d.over(now));
    }

    /// Takes a frame as one takes a photograph: the last few messages hang in the air.
    public void pose(LabFrame frame) {
        show(frame);
        forget();
        seen = frame.snapshot().event();
        var plan = new FlightPlan(frame);
        List<KernelEvent> events = trace.after(seen - POSED_EVENTS, POSED_EVENTS);
        for (KernelEvent event : events.reversed()) {
            if (flights.size() < POSED_FLIGHTS && event instanceof MessageDelivered) {
                pose(plan.of(event, now - Flight.MILLIS * 0.5));
            }
            if (denials.isEmpty()) {
                deny(plan, event);
            }
        }
        running = false;
    }

    private void pose(@Nullable Flight flight) {
        if (flight != null && flights.stream().noneMatch(f -> sameWay(f, flight))) {
            flights.addFirst(flight);
        }
    }

    private static boolean sameWay(Flight a, Flight b) {
        return a.from().equals(b.from()) && a.to().equals(b.to())
                || a.from().equals(b.to()) && a.to().equals(b.from());
    }

    /// Selects the process of that box.
    public void select(String label) {
        selection.select(label);
    }

    /// The boxes of the last frame.
    public ReadOnlyObjectProperty<List<BoxState>> boxesProperty() {
        return boxes.getReadOnlyProperty();
    }

    /// Whether the kernel has given up.
    public ReadOnlyBooleanProperty panickedProperty() {
        return panicked.getReadOnlyProperty();
    }

    /// What is on its way.
    public List<Flight> flights() {
        return List.copyOf(flights);
    }

    /// What was denied a moment ago.
    public List<Denial> denials() {
        return List.copyOf(denials);
    }

    /// The flows of messages, when they are too many to be shown one by one; else empty.
    List<Traffic.Flow> flows() {
        return isAggregated() ? traffic.flows() : List.of();
    }

    /// Whether messages are shown as the thickness of lines.
    public boolean isAggregated() {
        return running && traffic.total() > EYE_PER_SECOND;
    }

    /// The house's own time in milliseconds.
    public double now() {
        return now;
    }

    /// What is selected.
    public Selection selection() {
        return selection;
    }
}

package ring3.visualizer.log;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import ring3.events.KernelEvent;
import ring3.visualizer.EventTrace;
import ring3.visualizer.LabFrame;
import ring3.visualizer.sentences.Sentences;

/// The newest events that pass the filter. Nothing is put into words but what a row shows, and,
/// while a text is searched for, what it is searched in.
public final class LogViewModel {
    /// Rows of the table.
    public static final int ROWS_MAX = 1000;

    /// How far back a new filter looks.
    private static final int SCANNED_MAX = 40_000;

    /// How many events are looked at in one frame.
    private static final int FRESH_MAX = 4000;

    private final EventTrace trace;
    private final Sentences sentences;
    private final ObservableList<KernelEvent> rows = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final Set<EventGroup> shown = EnumSet.copyOf(EventGroup.shownAtFirst());
    private long seen;

    /// A log of that trace.
    public LogViewModel(EventTrace trace) {
        this.trace = trace;
        sentences = new Sentences(trace.names());
        search.addListener((_, _, _) -> refill());
    }

    /// Adds what happened up to that frame.
    public void show(LabFrame frame) {
        long last = frame.snapshot().event();
        if (last > seen) {
            List<KernelEvent> fresh = trace.after(seen, seen == 0 ? SCANNED_MAX : FRESH_MAX);
            append(fresh);
            // The trace may have gone on since the frame was made.
            seen = fresh.isEmpty() ? last : Math.max(last, fresh.getLast().number());
        }
    }

    /// Empties the table: another run begins.
    public void forget() {
        rows.clear();
        seen = 0;
    }

    private void append(List<KernelEvent> events) {
        List<KernelEvent> fresh = events.stream().filter(this::passes).toList();
        int excess = rows.size() + fresh.size() - ROWS_MAX;
        if (excess >= rows.size()) {
            rows.setAll(fresh.subList(Math.max(0, fresh.size() - ROWS_MAX), fresh.size()));
        } else if (!fresh.isEmpty()) {
            rows.remove(0, Math.max(0, excess));
            rows.addAll(fresh);
        }
    }

    private boolean passes(KernelEvent event) {
        return shown.contains(EventGroup.of(event))
                && (search.get().isBlank() || contains(sentences.of(event)));
    }

    private boolean contains(String sentence) {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        return sentence.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private void refill() {
        List<KernelEvent> events = trace.after(trace.last() - SCANNED_MAX, SCANNED_MAX);
        List<KernelEvent> passed = events.stream().filter(this::passes).toList();
        rows.setAll(passed.subList(Math.max(0, passed.size() - ROWS_MAX), passed.size()));
        seen = trace.last();
    }

    /// Whether events of that group are shown.
    public boolean isShown(EventGroup group) {
        return shown.contains(group);
    }

    /// Shows or hides the events of a group.
    public void show(EventGroup group, boolean show) {
        if (show ? shown.add(group) : shown.remove(group)) {
            refill();
        }
    }

    /// An event in words.
    public String sentence(KernelEvent event) {
        return sentences.of(event);
    }

    /// The text that a sentence must contain; empty for any.
    public StringProperty searchProperty() {
        return search;
    }

    /// The events that pass, oldest first.
    public ObservableList<KernelEvent> rows() {
        return rows;
    }
}

package ring3.visualizer.inspector;

import static ring3.visualizer.Texts.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.SourceLine;
import ring3.syslib.Endpoint;
import ring3.visualizer.EventTrace;
import ring3.visualizer.LabFrame;
import ring3.visualizer.MachineControl;
import ring3.visualizer.Resident;
import ring3.visualizer.Resident.Phase;
import ring3.visualizer.Selection;
import ring3.visualizer.SourceText;
import ring3.visualizer.sentences.Sentences;

/// What the inspector shows of the selected process, and what can be done to it.
public final class InspectorViewModel {
    private static final int MESSAGES_MAX = 40;
    private static final int SCANNED_MAX = 20_000;

    private final MachineControl control;
    private final Selection selection;
    private final EventTrace trace;
    private final SourceText source;
    private final Sentences sentences;
    private final Deque<KernelEvent> story = new ArrayDeque<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper chip = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper mortal = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Fact>> state = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Fact>> rights = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> messages =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<SourceRow>> sourceRows =
            new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable LabFrame frame;
    private @Nullable Endpoint process;
    private @Nullable SourceLine line;
    private long seen;

    /// An inspector of what is selected in this machine.
    public InspectorViewModel(
            MachineControl control, Selection selection, EventTrace trace, SourceText source) {
        this.control = control;
        this.selection = selection;
        this.trace = trace;
        this.source = source;
        sentences = new Sentences(trace.names());
        selection.labelProperty().subscribe(this::update);
    }

    /// Shows a frame.
    public void show(LabFrame next) {
        frame = next;
        update();
    }

    private void update() {
        Resident resident = frame == null ? null : frame.census().resident(selection.label());
        present.set(resident != null);
        follow(resident == null ? null : resident.endpoint());
        if (resident != null && frame != null) {
            show(frame, resident);
        } else {
            mortal.set(false);
        }
    }

    private void follow(@Nullable Endpoint next) {
        if (next == null ? process != null : !next.equals(process)) {
            process = next;
            forget();
            control.select(next);
        }
    }

    private void show(LabFrame shown, Resident resident) {
        title.set(resident.label());
        chip.set(chip(resident));
        mortal.set(resident.phase() == Phase.ALIVE);
        state.set(Facts.state(shown, resident));
        rights.set(Facts.rights(shown, resident));
        ProcessSnapshot snapshot = shown.snapshot().process(resident.endpoint());
        showSource(snapshot == null ? null : snapshot.line());
        showMessages(resident.endpoint());
    }

    /// Forgets what the process said: another run begins.
    public void forget() {
        story.clear();
        seen = 0;
    }

    private static String chip(Resident resident) {
        if (resident.phase() != Phase.ALIVE) {
            return text("inspector." + resident.phase().name().toLowerCase(Locale.ROOT));
        }
        return resident.incarnation() > 1
                ? text("house.generation", resident.incarnation())
                : text("inspector.alive");
    }

    private void showSource(@Nullable SourceLine next) {
        if (next != null && next.equals(line)) {
            return;
        }
        line = next;
        place.set(next == null ? "" : next + "  " + next.method());
        sourceRows.set(next == null ? List.of() : rows(source.of(next), next.line()));
    }

    private static List<SourceRow> rows(List<String> lines, int current) {
        List<SourceRow> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(new SourceRow(i + 1, lines.get(i), i + 1 == current));
        }
        return rows;
    }

    private void showMessages(Endpoint of) {
        long last = trace.last();
        if (last == seen) {
            return;
        }
        boolean changed = seen == 0;
        for (KernelEvent event : trace.after(seen, SCANNED_MAX)) {
            if (Partners.concern(event, of)) {
                remember(event);
                changed = true;
            }
        }
        seen = last;
        if (changed) {
            messages.set(story.stream().map(e -> e.number() + "  " + sentences.of(e)).toList());
        }
    }

    /// Newest first.
    private void remember(KernelEvent event) {
        story.addFirst(event);
        if (story.size() > MESSAGES_MAX) {
            story.removeLast();
        }
    }

    /// Makes the selected process fail as a bug of its own would.
    public void crash() {
        if (process != null && mortal.get()) {
            control.crash(process);
        }
    }

    /// Kills the selected process.
    public void kill() {
        if (process != null && mortal.get()) {
            control.kill(process);
        }
    }

    /// The label of the process.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Where it is in its life, in a word or two.
    public ReadOnlyStringProperty chipProperty() {
        return chip.getReadOnlyProperty();
    }

    /// The source line it is at, in words.
    public ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// Whether anything is selected.
    public ReadOnlyBooleanProperty presentProperty() {
        return present.getReadOnlyProperty();
    }

    /// Whether it can be crashed or killed.
    public ReadOnlyBooleanProperty mortalProperty() {
        return mortal.getReadOnlyProperty();
    }

    /// What it is doing.
    public ReadOnlyObjectProperty<List<Fact>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What it may do.
    public ReadOnlyObjectProperty<List<Fact>> rightsProperty() {
        return rights.getReadOnlyProperty();
    }

    /// What it said, was told and was refused, newest first.
    public ReadOnlyObjectProperty<List<String>> messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    /// The program text it is in; empty when it is not known.
    public ReadOnlyObjectProperty<List<SourceRow>> sourceProperty() {
        return sourceRows.getReadOnlyProperty();
    }
}

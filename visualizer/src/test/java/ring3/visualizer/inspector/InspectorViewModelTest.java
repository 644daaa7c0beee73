package ring3.visualizer.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ring3.events.ProcessKind;
import ring3.syslib.Endpoint;
import ring3.visualizer.RecordingControl;
import ring3.visualizer.Selection;
import ring3.visualizer.Story;
import ring3.visualizer.Story.BdevRead;
import ring3.visualizer.Story.VfsRead;

class InspectorViewModelTest {
    private final Story story = Story.booted();
    private final RecordingControl control = new RecordingControl();
    private final Selection selection = new Selection();
    private final InspectorViewModel model =
            new InspectorViewModel(control, selection, story.trace(), _ -> Story.source());

    @BeforeEach
    void open() {
        model.show(story.frame(true));
    }

    private String fact(List<Fact> facts, String name) {
        return facts.stream()
                .filter(f -> f.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElse("");
    }

    @Test
    void nothingIsShownUntilSomethingIsSelected() {
        assertFalse(model.presentProperty().get());

        selection.select("at_wini");

        assertTrue(model.presentProperty().get());
        assertEquals("at_wini", model.titleProperty().get());
        assertEquals(List.of("select 32780"), control.told);
    }

    @Test
    void stateAndRightsAreToldInWords() {
        selection.select("at_wini");

        assertEquals("RECEIVING \u2190 ANY", fact(model.stateProperty().get(), "State"));
        assertEquals("1F0-1F7 3F6", fact(model.rightsProperty().get(), "I/O ports"));
        assertEquals("14", fact(model.rightsProperty().get(), "IRQ"));
    }

    @Test
    void crashAndKillReachTheSelectedProcess() {
        selection.select("at_wini");
        control.told.clear();
        model.crash();
        model.kill();

        assertEquals(List.of("crash 32780", "kill 32780"), control.told);
    }

    @Test
    void whatIsDeadOrNotSelectedCannotBeCrashed() {
        model.crash();
        selection.select("at_wini");
        model.show(story.failed(Story.AT_WINI).frame(true));
        control.told.clear();

        model.crash();
        model.kill();

        assertFalse(model.mortalProperty().get());
        assertEquals(List.of(), control.told);
    }

    @Test
    void theNextIncarnationStaysSelected() {
        selection.select("at_wini");
        story.failed(Story.AT_WINI).died(Story.AT_WINI, "at_wini");
        model.show(story.frame(true));
        assertEquals("gone", model.chipProperty().get());

        Endpoint next = Endpoint.of(12, 2);
        story.born(next, Endpoint.RS, "rs").started(next, "at_wini", ProcessKind.DRIVER);
        model.show(story.frame(true));

        assertEquals("generation 2", model.chipProperty().get());
        assertEquals("select " + next, control.told.getLast());
        assertEquals(
                "NullPointerException at AtWini.java:142",
                fact(model.stateProperty().get(), "Last one died of"));
    }

    @Test
    void itsOwnMessagesAreListedNewestFirst() {
        selection.select("at_wini");
        story.asks(Endpoint.MFS, Story.AT_WINI, new BdevRead(0, 0, 4096));
        story.asks(Story.CAT, Endpoint.VFS, new VfsRead(3, 4096));
        story.notifies(Endpoint.HARDWARE, Story.AT_WINI);
        model.show(story.frame(true));

        List<String> messages = model.messagesProperty().get();
        assertTrue(messages.get(0).endsWith("at_wini learns of its interrupt"));
        assertTrue(messages.get(1).contains("mfs asks at_wini: BDEV_READ"));
    }

    @Test
    void theCurrentSourceLineIsMarked() {
        selection.select("at_wini");

        assertEquals("AtWini.java:142  transfer", model.placeProperty().get());
        SourceRow row = model.sourceProperty().get().get(141);
        assertTrue(row.current());
        assertTrue(row.text().contains("pending.buffer()"));
        assertFalse(model.sourceProperty().get().get(140).current());
    }
}

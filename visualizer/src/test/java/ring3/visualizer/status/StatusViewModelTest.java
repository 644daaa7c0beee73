package ring3.visualizer.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ring3.visualizer.Story;

class StatusViewModelTest {
    private final StatusViewModel status = new StatusViewModel();
    private final Story story = Story.booted();

    @Test
    void theLineCountsWhatHappened() {
        status.show(story.failed(Story.AT_WINI).refused(Story.CAT, 0x60).frame(true));

        assertEquals(
                "12 processes \u00b7 1 missing \u00b7 no restart \u00b7 1 fault \u00b7 0 messages"
                        + " \u00b7 1 denied",
                status.countsProperty().get());
        assertFalse(status.panickedProperty().get());
    }

    @Test
    void aPanicIsToldInItsPlace() {
        status.show(story.panicked("a wild write"));

        assertTrue(status.panickedProperty().get());
        assertEquals(
                "The kernel panicked: a wild write. Only the reset button helps.",
                status.countsProperty().get());
    }
}

package ring3.visualizer.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.visualizer.RecordingControl;
import ring3.visualizer.StepSize;
import ring3.visualizer.Story;

class TransportViewModelTest {
    private final RecordingControl control = new RecordingControl();
    private final TransportViewModel model = new TransportViewModel(control);
    private final Story story = Story.booted();

    @Test
    void oneButtonRunsAMachineThatStandsAndPausesOneThatRuns() {
        model.show(story.frame(false));
        model.toggleRunning();
        model.show(story.frame(true));
        model.toggleRunning();

        assertEquals(List.of("run", "pause"), control.told);
    }

    @Test
    void aStepHasTheChosenSizeUnlessAnotherIsNamed() {
        model.stepSizeProperty().set(StepSize.EVENT);
        model.step();
        model.step(StepSize.PROCESS);

        assertEquals(List.of("step EVENT", "step PROCESS"), control.told);
        assertEquals(StepSize.EVENT, model.stepSizeProperty().get());
    }

    @Test
    void theSliderSetsTheSpeedAndStopsAtItsEnds() {
        model.normalSpeed();
        assertEquals(List.of(), control.told, "it is at normal speed already");

        model.changeSpeed(-1000);

        assertEquals(List.of("speed MESSAGES_PER_SECOND 1.0"), control.told);
        assertEquals("1 msg/s", model.speedWordsProperty().get());
    }

    @Test
    void goingBackToTheStartStandsStillAndResetDoesNot() {
        model.toStart();
        assertEquals(List.of("pause", "reset"), control.told);

        control.told.clear();
        model.reset();

        assertEquals(List.of("reset"), control.told);
    }

    @Test
    void theReadOutsTellEventAndTime() {
        model.show(story.after(12_000_000).frame(true));

        assertEquals("event " + story.trace().last(), model.eventProperty().get());
        assertTrue(model.timeProperty().get().startsWith("t = 12.000"));
    }

    @Test
    void thePowerLampGoesOutWhenTheKernelPanics() {
        model.show(story.frame(true));
        assertTrue(model.poweredProperty().get());

        model.show(story.panicked("a wild write"));

        assertFalse(model.poweredProperty().get());
    }
}

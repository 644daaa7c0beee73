package ring3.visualizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ring3.events.ProcessKind;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelRequest;
import ring3.visualizer.calls.CallRow;

/// A robot at the window, with a machine on paper behind it.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LabTest {
    private final Story story = Story.booted();
    private final RecordingControl control = new RecordingControl();
    private Lab lab;

    /// The lab is made here and not with the test: only now the toolkit is sure to be there.
    @Start
    void start(Stage stage) {
        lab =
                new Lab(
                        control,
                        story.latest(),
                        story.trace(),
                        _ -> Story.source(),
                        Workbench.NONE,
                        "Boot",
                        Theme.DARK);
        LabWindow.show(stage, lab, "Ring3");
        lab.show(story.frame(false));
        control.told.clear();
    }

    private void show(FxRobot robot, boolean running) {
        robot.interact(() -> lab.show(story.frame(running)));
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    @Test
    void theWindowShowsTheMachine(FxRobot robot) {
        assertNotNull(robot.lookup("#process-at_wini").query());
        assertEquals("event " + story.trace().last(), label(robot, "#transport-event"));
        assertTrue(label(robot, "#status-counts").startsWith("12 processes"));
        var table = robot.lookup("#log-table").queryAs(TableView.class);
        assertEquals(story.trace().last(), table.getItems().size());
    }

    @Test
    void aMachineThatIsResetBeginsWithAnEmptyHouseAndLog(FxRobot robot) {
        story.reset().born(Endpoint.RS, Endpoint.NONE, "rs");
        for (int i = 0; i < 100; i++) {
            story.notifies(Endpoint.RS, Endpoint.RS);
        }
        show(robot, true);

        assertTrue(robot.lookup("#process-at_wini").tryQuery().isEmpty());
        var table = robot.lookup("#log-table").queryAs(TableView.class);
        assertEquals(101, table.getItems().size());
    }

    @Test
    void theStepButtonStepsByTheChosenSize(FxRobot robot) {
        robot.clickOn("#transport-step").press(KeyCode.DIGIT2).release(KeyCode.DIGIT2);
        robot.interact(() -> lab.root().requestFocus());
        robot.type(KeyCode.RIGHT);

        assertEquals("step MESSAGE", control.told.getFirst());
    }

    @Test
    void spaceRunsTheMachineWhateverHasTheFocus(FxRobot robot) {
        robot.interact(() -> robot.lookup("#transport-theme").query().requestFocus());
        robot.type(KeyCode.SPACE);

        assertEquals("run", control.told.getFirst());
        assertEquals(Theme.DARK, lab.theme());
    }

    @Test
    void aClickSelectsAProcessAndTheButtonCrashesIt(FxRobot robot) {
        robot.clickOn("#process-at_wini").clickOn("#crash");

        assertEquals("at_wini", lab.selection().label());
        assertEquals("at_wini", label(robot, "#inspector-title"));
        assertEquals("crash 32780", control.told.getLast());
    }

    @Test
    void theNextIncarnationAppearsWhereTheLastOneDied(FxRobot robot) {
        Node before = robot.lookup("#process-at_wini").query();
        robot.clickOn("#process-at_wini");
        Endpoint next = Endpoint.of(12, 2);
        story.failed(Story.AT_WINI).died(Story.AT_WINI, "at_wini");
        show(robot, true);
        assertTrue(robot.lookup("#crash").query().isDisabled());

        story.born(next, Endpoint.RS, "rs").started(next, "at_wini", ProcessKind.DRIVER);
        show(robot, true);

        assertEquals(before, robot.lookup("#process-at_wini").query());
        assertEquals("generation 2", label(robot, "#inspector-chip"));
        assertTrue(before.getAccessibleText().contains("generation 2"));
    }

    @Test
    void keysTypedAtTheConsoleGoToTheMachineAndEscTakesThemBack(FxRobot robot) {
        robot.clickOn("#console");
        control.told.clear();
        robot.type(KeyCode.X).type(KeyCode.SPACE).type(KeyCode.ENTER).type(KeyCode.F5);
        assertEquals("char 120,char 32,key ENTER,key F5", String.join(",", control.told));

        control.told.clear();
        robot.type(KeyCode.ESCAPE).type(KeyCode.SPACE);

        assertEquals("run", String.join(",", control.told));
    }

    @Test
    void lettersTypedIntoTheFilterDoNothingElse(FxRobot robot) {
        robot.clickOn("#process-at_wini");
        control.told.clear();
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.CONTROL, KeyCode.F);
        robot.type(KeyCode.X).type(KeyCode.K).type(KeyCode.SPACE);

        assertEquals("", String.join(",", control.told));
        robot.type(KeyCode.ESCAPE).type(KeyCode.X);
        assertEquals("crash 32780", String.join(",", control.told));
    }

    @Test
    void theThemeButtonChangesTheColours(FxRobot robot) {
        robot.clickOn("#transport-theme");

        assertEquals(Theme.LIGHT, lab.theme());
        assertTrue(lab.root().getStyleClass().contains("theme-light"));
        assertFalse(lab.root().getStyleClass().contains("theme-dark"));
    }

    @Test
    void theKeySheetComesAndGoes(FxRobot robot) {
        robot.type(KeyCode.F1);
        assertTrue(robot.lookup("#key-sheet").query().isVisible());

        robot.type(KeyCode.ESCAPE);

        assertFalse(robot.lookup("#key-sheet").query().isVisible());
    }

    @Test
    void theKernelCallsComeOnASheetWithHowOftenEachWasMade(FxRobot robot) {
        story.calls(Story.AT_WINI, new KernelRequest.Devio(0, 0x1f7, 0));
        show(robot, false);
        robot.clickOn("#status-calls");
        assertTrue(robot.lookup("#calls-sheet").query().isVisible());

        robot.write("devio");

        var table = robot.lookup("#calls-table").queryAs(TableView.class);
        assertEquals(3, table.getItems().size(), "SYS_DEVIO, SYS_SDEVIO, SYS_VDEVIO");
        assertEquals(1L, ((CallRow) table.getItems().getFirst()).madeProperty().get());
        assertEquals("", String.join(",", control.told));
        robot.type(KeyCode.ESCAPE);
        assertFalse(robot.lookup("#calls-sheet").query().isVisible());
        robot.type(KeyCode.C);
        assertTrue(robot.lookup("#calls-sheet").query().isVisible());
    }

    @Test
    void oneSheetTakesThePlaceOfAnother(FxRobot robot) {
        robot.type(KeyCode.C).type(KeyCode.F1);

        assertTrue(robot.lookup("#key-sheet").query().isVisible());
        assertFalse(robot.lookup("#calls-sheet").query().isVisible());
    }

    @Test
    void theBoundaryTellsHowLargeTheKernelIs(FxRobot robot) {
        KernelSize size = KernelSize.counted();

        assertTrue(0 < size.lines() && size.lines() <= size.most());
        assertTrue(
                label(robot, "#house-boundary").contains(Texts.grouped(size.lines())),
                label(robot, "#house-boundary"));
    }

    @Test
    void aClickOnTheLedPanelShowsItLarge(FxRobot robot) {
        story.lights(0xff, 0x81);
        show(robot, true);
        robot.clickOn("#device-LED-panel");
        assertEquals("LED panel", label(robot, "#inspector-device"));
        Node lights = robot.lookup("#inspector-lights").query();
        assertEquals("LED panel, on, 10 of 256 lit", lights.getAccessibleText());
        assertFalse(robot.lookup("#inspector-nothing").query().isVisible());

        story.lightsOff();
        show(robot, true);
        assertEquals("LED panel, off", lights.getAccessibleText());
        robot.clickOn("#device-Keyboard");

        assertFalse(lights.isVisible(), "a keyboard has none that are shown");
        robot.clickOn("#process-at_wini");
        assertEquals("at_wini", label(robot, "#inspector-title"));
        assertFalse(robot.lookup("#inspector-device").query().getParent().isVisible());
    }

    @Test
    void everyProcessCanBeReachedAndReadWithoutAMouse(FxRobot robot) {
        Node box = robot.lookup("#process-vfs").query();
        assertTrue(box.isFocusTraversable());
        assertEquals("vfs, server, receiving", box.getAccessibleText());

        robot.interact(box::requestFocus);
        robot.type(KeyCode.ENTER);

        assertEquals("vfs", lab.selection().label());
    }
}

package ring3.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ring3.app.Installation;

/// A robot sits at the lab, with the real machine behind the window.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LabRobotTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final Pattern MESSAGES = Pattern.compile("([\\d\\h]+) messages");

    private Stage stage;

    @Start
    void open(Stage window) {
        stage = window;
        new LabApplication(Installation.home(), "boot", _ -> null).show(window, () -> {});
    }

    @BeforeEach
    void waitForThePrompt(FxRobot robot) throws TimeoutException {
        await(() -> console(robot).stripTrailing().endsWith("#"));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    /// Waits until it holds; looks from the JavaFX thread.
    private static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }

    private static String console(FxRobot robot) {
        String text = robot.lookup("#console").query().getAccessibleText();
        return text == null ? "" : text;
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static long messages(FxRobot robot) {
        Matcher counts = MESSAGES.matcher(label(robot, "#status-counts"));
        return counts.find() ? Long.parseLong(counts.group(1).replaceAll("\\h", "")) : -1;
    }

    /// How many there are when the last pictures of a machine that has just been stopped are drawn.
    private static long messagesAtRest(FxRobot robot) {
        long count = -1;
        while (count != messages(robot)) {
            count = messages(robot);
            WaitForAsyncUtils.waitForFxEvents();
        }
        return count;
    }

    /// Types at the emulated console and waits for an answer behind the command.
    private static void type(FxRobot robot, String command, String answer) throws TimeoutException {
        robot.clickOn("#console").write(command).type(KeyCode.ENTER);
        await(() -> {
            String text = console(robot);
            int typed = text.lastIndexOf(command);
            return typed >= 0 && text.indexOf(answer, typed + command.length()) >= 0;
        });
        robot.type(KeyCode.ESCAPE);
    }

    private static Node atWini(FxRobot robot) {
        return robot.lookup("#process-at_wini").query();
    }

    @Test
    void aStepIsOneMessage(FxRobot robot) throws TimeoutException {
        robot.clickOn("#transport-run");
        await(() -> robot.lookup("#transport-run").query().getAccessibleText().equals("Run"));
        long before = messagesAtRest(robot);
        String event = label(robot, "#transport-event");

        robot.clickOn("#transport-step");
        await(() -> !label(robot, "#transport-event").equals(event));

        assertEquals(before + 1, messages(robot));
    }

    @Test
    void theDiskDriverIsCrashedWithTheMouseAndTheConsoleGoesOn(FxRobot robot)
            throws TimeoutException {
        type(robot, "cat /home/README.txt", "A disk image of yours");
        assertFalse(atWini(robot).getAccessibleText().contains("generation"));

        robot.clickOn("#process-at_wini").clickOn("#crash");
        await(() -> atWini(robot).getAccessibleText().contains("generation 2"));

        assertEquals("gen 2", label(robot, "#process-at_wini .box-badge"));
        type(robot, "wc /home/big.txt", "1048576");
        type(robot, "ls /home", "README.txt");
    }
}

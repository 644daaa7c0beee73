package ring3.app.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ring3.app.Installation;
import ring3.app.scenario.Scenarios;

/// A robot at the lab, with a real machine behind it.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LabApplicationTest {
    @Start
    void start(Stage stage) {
        new LabApplication(Installation.home(), Scenarios.DEFAULT).show(stage, () -> {});
    }

    private static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
    }

    private static String spoken(FxRobot robot, String id) {
        return robot.lookup(id)
                .tryQuery()
                .map(Node::getAccessibleText)
                .map(String::valueOf)
                .orElse("");
    }

    private static void awaitPrompt(FxRobot robot) throws TimeoutException {
        await(() -> spoken(robot, "#console").stripTrailing().endsWith("\n#"));
    }

    private static String event(FxRobot robot) {
        return robot.lookup("#transport-event").queryAs(Label.class).getText();
    }

    @Test
    void theSystemBootsAndAnswersWhatIsTyped(FxRobot robot) throws TimeoutException {
        awaitPrompt(robot);

        robot.clickOn("#console").write("echo $((6 * 7))\n");

        await(() -> spoken(robot, "#console").contains("\n42\n"));
    }

    @Test
    void aDiskDriverThatIsCrashedWithTheMouseComesBack(FxRobot robot) throws TimeoutException {
        awaitPrompt(robot);

        robot.clickOn("#process-at_wini").clickOn("#crash");

        await(() -> spoken(robot, "#process-at_wini").contains("generation 2"));
        robot.clickOn("#console").write("cat /etc/motd\n");
        await(() ->
                spoken(robot, "#console").lines().filter(l -> l.startsWith("Try:")).count() > 1);
    }

    @Test
    void aPausedMachineGoesOneStepAtATime(FxRobot robot) throws TimeoutException {
        awaitPrompt(robot);
        robot.interact(() -> robot.lookup("#house").query().requestFocus());
        robot.type(KeyCode.SPACE);
        await(() -> stands(robot));
        String before = event(robot);

        robot.clickOn("#transport-step");

        await(() -> !event(robot).equals(before));
        assertTrue(stands(robot));
    }

    /// The button shows what it would do.
    private static boolean stands(FxRobot robot) {
        return robot.lookup("#transport-run").query().getStyleClass().contains("icon-run");
    }
}

package ring3.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ring3.app.Installation;
import ring3.app.student.ComponentFolder;
import ring3.app.student.ComponentName;
import ring3.app.student.Template;

/// A robot puts a driver of its own on the machine, makes a mistake, and replaces it.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class OwnComponentRobotTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir private static Path parent;
    private Stage stage;

    @Start
    void open(Stage window) {
        stage = window;
        FolderChooser chooser = _ -> parent.resolve("lamp");
        new LabApplication(Installation.home(), "boot", chooser).show(window, () -> {});
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }

    private static String words(FxRobot robot) {
        return robot.lookup("#component-words").queryAs(Label.class).getText();
    }

    @SuppressWarnings("unchecked") // It is a list of texts.
    private static List<String> lines(FxRobot robot) {
        return ((ListView<String>) robot.lookup("#component-lines").queryAs(ListView.class))
                .getItems();
    }

    private static boolean isThere(FxRobot robot, String text) {
        return robot.lookup("#process-lamp").queryAll().stream()
                .anyMatch(box -> String.valueOf(box.getAccessibleText()).contains(text));
    }

    private static void edit(String text, String by) throws IOException {
        Path source = parent.resolve("lamp/src/Lamp.java");
        Files.writeString(source, Files.readString(source).replace(text, by));
    }

    private static void press(FxRobot robot, KeyCode letter) {
        robot.press(KeyCode.CONTROL).type(letter).release(KeyCode.CONTROL);
    }

    @Test
    void aDriverIsPutOnTheMachineAndReplacedWithoutTypingAnything(FxRobot robot) throws Exception {
        ComponentFolder.make(parent, ComponentName.parse("lamp"), Template.DRIVER);
        press(robot, KeyCode.O);
        robot.clickOn("#component-choose").clickOn("#component-put");
        await(() -> words(robot).equals("lamp is on the machine."));
        await(() -> isThere(robot, "lamp"));
        assertEquals("Replace it", robot.lookup("#component-put").queryAs(Button.class).getText());

        edit("ports.in(BASE)", "port.in(BASE)");
        robot.clickOn("#component-put");
        await(() -> words(robot).startsWith("lamp has mistakes"));
        assertTrue(lines(robot).getFirst().endsWith("Lamp.java:47: cannot find symbol"));

        edit("port.in(BASE)", "ports.in(BASE)");
        robot.type(KeyCode.ESCAPE);
        press(robot, KeyCode.R);
        await(() -> words(robot).equals("lamp is on the machine."));
        await(() -> isThere(robot, "generation 2"));

        robot.type(KeyCode.ESCAPE).clickOn("#process-lamp");
        await(() ->
                robot.lookup(".source-text").queryAllAs(Label.class).stream()
                        .anyMatch(line -> line.getText().contains("sef.receive()")));
    }
}

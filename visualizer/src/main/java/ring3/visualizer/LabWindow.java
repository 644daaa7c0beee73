package ring3.visualizer;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window of the lab.
public final class LabWindow {
    private static final double WIDTH = 1680;
    private static final double HEIGHT = 1000;
    private static final double WIDTH_MIN = 1024;
    private static final double HEIGHT_MIN = 640;

    private LabWindow() {}

    /// Shows the lab in that window, as large as it likes to be or as the screen is, and stops it
    /// when the window is closed.
    public static void show(Stage stage, Lab lab, String title) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        var scene =
                new Scene(
                        lab.root(),
                        Math.min(WIDTH, screen.getWidth()),
                        Math.min(HEIGHT, screen.getHeight()));
        stage.setScene(scene);
        stage.setTitle(title);
        stage.setMinWidth(Math.min(WIDTH_MIN, screen.getWidth()));
        stage.setMinHeight(Math.min(HEIGHT_MIN, screen.getHeight()));
        stage.getIcons().add(new Image(Assets.url("icons/ring3.png").toExternalForm()));
        stage.setOnHidden(_ -> lab.stop());
        stage.show();
        lab.start(scene);
    }
}

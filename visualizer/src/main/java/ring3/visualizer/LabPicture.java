package ring3.visualizer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;

/// A picture of the lab that needs no display.
///
/// @param selected the label of the process in the inspector; empty for none
/// @param view what is to be seen
/// @param width pixels
/// @param height pixels
public record LabPicture(
        LabFrame frame,
        EventTrace trace,
        SourceText source,
        String scenario,
        String selected,
        View view,
        Theme theme,
        int width,
        int height) {
    /// What can be seen on a picture.
    public enum View {
        /// The whole window.
        LAB,
        /// The table of kernel calls above it.
        CALLS
    }

    /// Draws the lab and writes it to a PNG file. Not to be called on the JavaFX thread.
    ///
    /// @throws IOException if the file cannot be written
    public void write(Path file) throws IOException {
        startToolkit();
        var drawing = new FutureTask<>(this::draw);
        Platform.runLater(drawing);
        try (OutputStream out = Files.newOutputStream(file)) {
            Png.write(drawing.get(), out);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the lab could not be drawn", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the lab was drawn", e);
        }
    }

    private static void startToolkit() {
        if (System.getProperty("glass.platform") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        var started = new CountDownLatch(1);
        try {
            Platform.setImplicitExit(false);
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyStarted) {
            return;
        }
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WritableImage draw() {
        var lab =
                new Lab(
                        new StillLife(),
                        new LatestSnapshot(),
                        trace,
                        source,
                        Workbench.NONE,
                        scenario,
                        theme);
        var scene = new Scene(lab.root(), width, height);
        lab.selection().select(selected);
        if (view == View.CALLS) {
            lab.toggleCalls();
        }
        scene.snapshot(null); // The panes learn their sizes.
        lab.pose(frame);
        scene.snapshot(null); // The table makes its rows.
        lab.pose(frame);
        return scene.snapshot(null);
    }

    /// Nobody is there to work the machine of a picture.
    private static final class StillLife implements MachineControl {
        @Override
        public void run() {}

        @Override
        public void pause() {}

        @Override
        public void step(StepSize size) {}

        @Override
        public void setSpeed(Speed speed) {}

        @Override
        public void select(@Nullable Endpoint process) {}

        @Override
        public void crash(Endpoint process) {}

        @Override
        public void kill(Endpoint process) {}

        @Override
        public void key(char character) {}

        @Override
        public void key(ConsoleKey key) {}

        @Override
        public void reset() {}
    }
}

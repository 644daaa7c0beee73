package ring3.app.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ring3.app.Home;
import ring3.events.snapshots.SourceLine;
import ring3.visualizer.SourceText;

/// The program texts that were shipped with the installation.
public final class Sources implements SourceText {
    private final Path folder;

    /// The texts of an installation.
    public Sources(Home home) {
        folder = home.sources();
    }

    @Override
    public List<String> of(SourceLine place) {
        int end = place.className().lastIndexOf('.');
        if (end < 0) {
            return List.of();
        }
        String packageFolder = place.className().substring(0, end).replace('.', '/');
        Path file = folder.resolve(packageFolder).resolve(place.file());
        try {
            return Files.readAllLines(file);
        } catch (IOException notShipped) {
            return List.of();
        }
    }
}

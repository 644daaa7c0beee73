package ring3.app.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ring3.app.Home;
import ring3.events.snapshots.SourceLine;
import ring3.visualizer.SourceText;

/// The program texts that were shipped with the installation, and those of components that were put
/// on the machine, as they were when they were built.
public final class Sources implements SourceText {
    private final Path folder;
    private final Map<String, List<String>> own = new ConcurrentHashMap<>();

    /// The texts of an installation.
    public Sources(Home home) {
        folder = home.sources();
    }

    /// Adds program texts, by their paths in their folder; from any thread.
    public void add(Map<String, List<String>> texts) {
        own.putAll(texts);
    }

    @Override
    public List<String> of(SourceLine place) {
        int end = place.className().lastIndexOf('.') + 1;
        String path = place.className().substring(0, end).replace('.', '/') + place.file();
        List<String> text = own.get(path);
        if (text != null) {
            return text;
        }
        try {
            return Files.readAllLines(folder.resolve(path));
        } catch (IOException notShipped) {
            return List.of();
        }
    }
}

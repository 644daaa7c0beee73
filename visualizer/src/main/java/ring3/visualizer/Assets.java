package ring3.visualizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.scene.text.Font;

/// The files that make the lab look as it does; they travel in the module.
final class Assets {
    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular.ttf",
                    "Inter-SemiBold.ttf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-Bold.ttf");

    private Assets() {}

    /// The address of a style sheet.
    static String styleSheet(String name) {
        return url("style/" + name).toExternalForm();
    }

    /// The contents of a file as text.
    static String text(String path) {
        try (InputStream in = url(path).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes the shipped fonts known: text looks the same on every machine.
    static void loadFonts() {
        for (String font : FONTS) {
            Font.loadFont(url("fonts/" + font).toExternalForm(), 12);
        }
    }

    /// The address of a file.
    static URL url(String path) {
        URL url = Assets.class.getResource(path);
        if (url == null) {
            throw new IllegalStateException("the lab was packaged without " + path);
        }
        return url;
    }
}

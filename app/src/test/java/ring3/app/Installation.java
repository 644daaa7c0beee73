package ring3.app;

import java.nio.file.Path;

/// What was packaged before the tests began.
public final class Installation {
    private static final Path FOLDER = Path.of("target", "ring3").toAbsolutePath();

    private Installation() {}

    /// Its folder, as the program sees it.
    public static Home home() {
        return new Home(FOLDER);
    }

    /// The script that starts it.
    public static Path launcher() {
        return FOLDER.resolve("bin").resolve("ring3");
    }
}

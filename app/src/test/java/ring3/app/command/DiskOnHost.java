package ring3.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `ring3 disk` for one image, as the tests call it.
final class DiskOnHost {
    private final Path image;

    private DiskOnHost(Path image) {
        this.image = image;
    }

    /// A new image with an empty file system.
    static DiskOnHost made(Path image, String size, int blockSize) {
        var made = new DiskOnHost(image);
        made.done("mkfs", "--size", size, "--block", Integer.toString(blockSize));
        return made;
    }

    /// An image that is there.
    static DiskOnHost at(Path image) {
        return new DiskOnHost(image);
    }

    Path path() {
        return image;
    }

    /// How `ring3 disk COMMAND IMAGE ARGUMENTS` ends.
    Outcome run(String command, Object... arguments) {
        List<String> all = new ArrayList<>(List.of("disk", command, image.toString()));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return Outcome.of(all.toArray(String[]::new));
    }

    /// The same for one that must work, without a word of complaint; returns what it printed.
    String done(String command, Object... arguments) {
        Outcome outcome = run(command, arguments);
        assertEquals("", outcome.err());
        assertEquals(0, outcome.status(), outcome.out());
        return outcome.out();
    }

    /// What `ring3 shell` prints with the image mounted, its changes kept.
    String shell(String command) {
        Outcome outcome = Outcome.of("shell", "--disk", image.toString(), "--write", "-c", command);
        assertEquals("", outcome.err());
        assertEquals(0, outcome.status(), outcome.out());
        return outcome.out();
    }
}

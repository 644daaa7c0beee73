package ring3.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ring3.hardware.DiskImage;
import ring3.hardware.MemoryImage;

/// The folder that Ring3 was installed in; the launcher names it in the property `ring3.home`.
public final class Home {
    private final Path folder;

    /// The installation in `folder`.
    public Home(Path folder) {
        this.folder = folder;
    }

    /// The installation that was started.
    public static Home ofLauncher() {
        String folder = System.getProperty("ring3.home");
        if (folder == null) {
            throw new BadInput(
                    "the property ring3.home is not set: start Ring3 by its script bin/ring3");
        }
        return new Home(Path.of(folder));
    }

    /// Where the shipped scenarios are.
    public Path scenarios() {
        return folder.resolve("scenarios");
    }

    /// Where the modules of Ring3 and those it needs are.
    public Path modules() {
        return folder.resolve("lib");
    }

    /// Where the benchmarks and what they need besides are.
    public Path bench() {
        return folder.resolve("bench");
    }

    /// Where the program texts of the components are.
    public Path sources() {
        return folder.resolve("sources");
    }

    /// A fresh copy of the disk that every machine starts from.
    public DiskImage systemDisk() {
        return new MemoryImage(systemDiskBytes());
    }

    /// The bytes of a fresh copy of that disk.
    public byte[] systemDiskBytes() {
        Path image = folder.resolve("assets").resolve("system.img");
        try {
            return Files.readAllBytes(image);
        } catch (IOException problem) {
            throw FileTrouble.with(image, problem);
        }
    }
}

package ring3.app.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import ring3.app.Home;
import ring3.app.lab.Sources;
import ring3.app.student.BuildComponent;
import ring3.app.student.ComponentFolder;
import ring3.app.student.DiskWithComponents;
import ring3.app.student.Mistakes;
import ring3.hardware.DiskImage;

/// The option `--with`, and the system disk that it makes.
final class WithComponents {
    @Option(
            names = "--with",
            paramLabel = "FOLDER",
            description = {
                "A component of your own, from its folder: built if need be, put on the disk, and",
                "started if it is a driver or server. More than once for several."
            })
    private List<Path> folders = List.of();

    /// Adds the program texts of the components.
    void addTo(Sources sources) {
        folders.forEach(folder -> sources.add(new ComponentFolder(folder).texts()));
    }

    /// A fresh copy of the system disk with the components on it.
    ///
    /// @throws Mistakes when one cannot be built
    DiskImage systemDisk(Home home) throws Mistakes {
        var disk = new DiskWithComponents(home);
        for (Path folder : folders) {
            disk.add(new BuildComponent(new ComponentFolder(folder)).current());
        }
        return disk.image();
    }
}

package ring3.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import ring3.app.disk.ImageFile;

/// `ring3 disk check`: whether an image is in order.
@Command(
        name = "check",
        description = {
            "Looks for all that is wrong with a file system and prints one sentence for each fault:",
            "bitmaps, link counts, directory entries, sizes, zones used twice or out of range.",
            "It changes nothing."
        },
        footer = {"", "Exit status: 0 no fault, 1 faults, 2 no such image or no MINIX V3 on it."})
final class DiskCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IMAGE", description = "A MINIX V3 disk image.")
    private Path image = Path.of("");

    private final Host host;

    DiskCheckCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        List<String> findings = new ImageFile(image).check();
        findings.forEach(host.out()::println);
        return findings.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }
}

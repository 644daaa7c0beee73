package ring3.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ring3.app.Span;
import ring3.app.drive.DriveFile;
import ring3.app.report.Report;
import ring3.app.report.ReportFile;
import ring3.app.scenario.Play;
import ring3.app.scenario.Scenario;
import ring3.app.scenario.Scenarios;
import ring3.app.student.Mistakes;
import ring3.hardware.DiskImage;

/// `ring3 run`: plays a scenario without a window.
@Command(
        name = "run",
        description = "Plays a scenario without a window, prints a summary and checks it.")
public final class RunCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "SCENARIO",
            description = "A scenario file, or the name of a shipped scenario.")
    String scenario = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides what the scenario leaves to chance.")
    private @Nullable Long seed;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "At most so much virtual time, as 10s or 500ms.")
    private @Nullable Span limit;

    @Option(
            names = "--disk",
            paramLabel = "IMAGE",
            description = "A MINIX V3 disk image for /mnt; it is not changed.")
    private @Nullable Path disk;

    @Option(names = "--report", paramLabel = "FILE", description = "Write a report as JSON.")
    private @Nullable Path report;

    @Mixin private WithComponents with = new WithComponents();

    private final Host host;

    RunCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Mistakes {
        Scenario chosen = new Scenarios(host.home().get()).find(scenario);
        DiskImage systemDisk = with.systemDisk(host.home().get());
        if (disk == null) {
            return play(chosen, systemDisk, null);
        }
        try (DriveFile drive = DriveFile.open(disk, false)) {
            return play(chosen, systemDisk, drive.image());
        }
    }

    private int play(Scenario chosen, DiskImage systemDisk, @Nullable DiskImage secondDisk) {
        var play =
                new Play(
                        Scenarios.title(scenario),
                        chosen,
                        seed == null ? chosen.seed() : seed,
                        systemDisk,
                        secondDisk,
                        _ -> false);
        play.toTheEnd((limit == null ? chosen.limit() : limit).nanos());
        return finish(play.report(), chosen.expectsPanic());
    }

    private int finish(Report result, boolean panicExpected) {
        if (report != null) {
            ReportFile.write(result, report);
        }
        host.out().print(result.console().stripTrailing() + "\n\n" + result.summary());
        if (result.panicked() && !panicExpected) {
            host.err().println("ring3: " + scenario + ": the emulated kernel panicked");
            return ExitStatus.PANIC;
        }
        return result.passed() ? ExitStatus.DONE : ExitStatus.FAILED;
    }
}

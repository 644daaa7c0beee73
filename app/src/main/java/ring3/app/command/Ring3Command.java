package ring3.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import ring3.app.lab.LabApplication;
import ring3.app.scenario.Scenarios;
import ring3.app.student.Mistakes;

/// `ring3` alone: opens the lab.
@Command(
        name = "ring3",
        synopsisSubcommandLabel = "[COMMAND]",
        description = "Opens the lab: a window on an emulated computer that runs a microkernel.",
        footer = {
            "",
            "Exit status: 0 done and every check held, 1 a check failed or Ring3 itself did,",
            "2 bad input or usage, 3 the emulated kernel panicked unexpectedly."
        })
public final class Ring3Command implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and do nothing else.")
    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    private boolean help;

    private final Host host;

    Ring3Command(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Mistakes {
        if (host.display() && LabApplication.open(host.home().get(), Scenarios.DEFAULT)) {
            return ExitStatus.DONE;
        }
        host.err()
                .println(
                        "ring3: there is no display, so the scenario %s plays in the terminal"
                                .formatted(Scenarios.DEFAULT));
        var run = new RunCommand(host);
        run.scenario = Scenarios.DEFAULT;
        return run.call();
    }
}

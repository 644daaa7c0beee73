package ring3.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ring3.app.calls.CallText;

/// `ring3 calls`: what a process may ask of the kernel.
@Command(
        name = "calls",
        description = {
            "Prints the table of kernel calls: number, name, arguments, errors, usual callers.",
            "Besides the errors named, every call answers ECALLDENIED to a caller whose mask does"
                    + " not hold it."
        })
public final class CallsCommand implements Callable<Integer> {
    @Option(names = "--markdown", description = "As it stands in the README.")
    private boolean markdown;

    private final Host host;

    CallsCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        host.out().print(markdown ? CallText.markdown() : CallText.plain());
        return ExitStatus.DONE;
    }
}

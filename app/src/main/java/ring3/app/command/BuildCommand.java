package ring3.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ring3.app.student.BuildComponent;
import ring3.app.student.Component;
import ring3.app.student.ComponentFolder;
import ring3.app.student.Mistakes;
import ring3.app.student.Transcript;
import ring3.app.student.TryComponent;

/// `ring3 build`: makes the executable of a component of one's own.
@Command(
        name = "build",
        description = {
            "Compiles a component and checks that it keeps the rules; what is wrong is told with",
            "file and line. The executable is FOLDER/build/NAME."
        })
public final class BuildCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "The folder that ring3 new has made.")
    private Path folder = Path.of("");

    @Option(
            names = "--test",
            description = "Also run its test, FOLDER/test/NAME.test, in a machine.")
    private boolean test;

    private final Host host;

    BuildCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Mistakes {
        ComponentFolder component = new ComponentFolder(folder);
        Component built = new BuildComponent(component).build();
        if (test) {
            Transcript transcript = Transcript.read(component.test());
            new TryComponent(host.home().get()).play(built, transcript);
        }
        host.out().println(component.executable() + " is built" + (test ? " and works" : ""));
        return ExitStatus.DONE;
    }
}

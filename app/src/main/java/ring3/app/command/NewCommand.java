package ring3.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ring3.app.student.ComponentFolder;
import ring3.app.student.ComponentName;
import ring3.app.student.Template;

/// `ring3 new`: begins a component of one's own.
@Command(
        name = "new",
        description = {
            "Makes a folder with a small component that works: its program text, its privileges",
            "file (a program has none) and its test."
        })
public final class NewCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "driver|server|program",
            description = "What it is to be.")
    private Template template = Template.PROGRAM;

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description = "Small letters, digits and _; at most 15 characters.")
    private String name = "";

    @Option(
            names = "--in",
            paramLabel = "FOLDER",
            description = "Where to make its folder; without this, here.")
    private Path parent = Path.of("");

    private final Host host;

    NewCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        ComponentFolder folder = ComponentFolder.make(parent, ComponentName.parse(name), template);
        host.out().println(folder.path() + " is there. Next: ring3 build " + folder.path());
        return ExitStatus.DONE;
    }
}

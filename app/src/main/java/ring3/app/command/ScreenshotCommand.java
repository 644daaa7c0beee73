package ring3.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ring3.app.BadInput;
import ring3.app.FileTrouble;
import ring3.app.Home;
import ring3.app.lab.Sources;
import ring3.app.scenario.Play;
import ring3.app.scenario.Scenario;
import ring3.app.scenario.Scenarios;
import ring3.app.session.Session;
import ring3.app.student.Mistakes;
import ring3.visualizer.DeviceLabels;
import ring3.visualizer.EventTrace;
import ring3.visualizer.LabFeed;
import ring3.visualizer.LabFrame;
import ring3.visualizer.LabPicture;
import ring3.visualizer.LastTrouble;
import ring3.visualizer.LatestSnapshot;
import ring3.visualizer.Speed;
import ring3.visualizer.Theme;

/// `ring3 screenshot`: a picture of the lab at a moment of a scenario.
@Command(
        name = "screenshot",
        description = "Writes a picture of the lab at a moment of a scenario; needs no display.")
public final class ScreenshotCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "SCENARIO",
            description = "A scenario file, or the name of a shipped scenario.")
    private String scenario = "";

    @Option(
            names = "--at",
            paramLabel = "EVENT|TIME",
            required = true,
            description = "The number of an event, or a virtual time as 1.5s.")
    private Moment at = new Moment(0, 0);

    @Option(
            names = "--view",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given.")
    private LabPicture.View view = LabPicture.View.LAB;

    @Option(
            names = "--theme",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given.")
    private Theme theme = Theme.DARK;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "In pixels; ${DEFAULT-VALUE} unless given.",
            defaultValue = "1680x1050")
    private PictureSize size = new PictureSize(0, 0);

    @Option(
            names = "--select",
            paramLabel = "LABEL",
            description =
                    "What the inspector shows: a process, or a device as 'device:LED panel';"
                            + " unless given, the process that last died or was denied"
                            + " something.")
    private @Nullable String selected;

    @Option(
            names = "-o",
            paramLabel = "FILE.png",
            required = true,
            description = "Where to write the picture.")
    private Path file = Path.of("");

    @Mixin private WithComponents with = new WithComponents();

    private final Host host;

    ScreenshotCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Mistakes {
        Home home = host.home().get();
        Scenario chosen = new Scenarios(home).find(scenario);
        var trace = new EventTrace();
        var feed = new LabFeed(trace, new LatestSnapshot());
        var play =
                new Play(
                        Scenarios.title(scenario),
                        chosen,
                        chosen.seed(),
                        with.systemDisk(home),
                        null,
                        event -> feed.on(event) || event.number() >= at.event());
        Session session = play.session();
        var sources = new Sources(home);
        with.addTo(sources);
        runTo(session);
        LabFrame frame =
                feed.frame(
                        session.kernel().snapshot(),
                        session.machine().computer().ledPanel().picture(),
                        !session.kernel().isStopped(),
                        Speed.NORMAL);
        write(
                new LabPicture(
                        frame,
                        trace,
                        sources,
                        chosen.title(),
                        selection(frame, trace),
                        view,
                        theme,
                        size.width(),
                        size.height()));
        return ExitStatus.DONE;
    }

    private void runTo(Session session) {
        while (!isReached(session)) {
            if (session.kernel().isStopped()) {
                if (at.event() == Long.MAX_VALUE) {
                    return; // A machine that has stopped looks the same ever after.
                }
                throw new BadInput(
                        "--at: the machine of %s stops at event %d, before that moment"
                                .formatted(scenario, session.kernel().event()));
            }
            session.run(at.nanos());
        }
    }

    private boolean isReached(Session session) {
        return session.kernel().event() >= at.event() || session.nanos() >= at.nanos();
    }

    private String selection(LabFrame frame, EventTrace trace) {
        if (selected == null) {
            return new LastTrouble(frame, trace).label();
        }
        if (!selected.isEmpty()
                && frame.census().resident(selected) == null
                && DeviceLabels.find(frame.snapshot().devices(), selected) == null) {
            throw new BadInput(
                    "--select: there is no process or device %s in %s at that moment"
                            .formatted(selected, scenario));
        }
        return selected;
    }

    private void write(LabPicture picture) {
        try {
            picture.write(file);
        } catch (IOException problem) {
            throw FileTrouble.with(file, problem);
        }
    }
}

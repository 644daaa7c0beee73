package ring3.app.student;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ring3.app.Home;
import ring3.app.machine.MachineSpec;
import ring3.app.session.Script;
import ring3.app.session.Session;
import ring3.events.KernelEvent.Printed;
import ring3.hardware.CostModel;
import ring3.hardware.DiskImage;

/// Runs the test of a component in a machine of its own.
public final class TryComponent {
    private static final int OUTPUT = 0;
    private static final String SCRIPT = "/tmp/test";

    /// How long a test may take, in virtual time.
    private static final long LIMIT_NANOS = 60_000_000_000L;

    private final Home home;

    /// @param home whose system disk the machine gets
    public TryComponent(Home home) {
        this.home = home;
    }

    /// Plays the test.
    ///
    /// @throws Mistakes when the machine answers anything else than it should
    public void play(Component component, Transcript transcript) throws Mistakes {
        var disk = new DiskWithComponents(home);
        disk.add(component);
        disk.addScript(SCRIPT, transcript.script());
        var log = new ArrayList<String>();
        Session session = session(disk.image(), log);
        String output = output(session, OUTPUT);
        List<Mistake> mistakes = transcript.compare(output);
        if (!mistakes.isEmpty()) {
            log.forEach(line -> mistakes.add(new Mistake(null, 0, "the machine: " + line)));
            throw new Mistakes(mistakes);
        }
    }

    private static Session session(DiskImage disk, List<String> log) {
        List<String> environment = List.of("console=/dev/tty00", "command=sh " + SCRIPT);
        return new Session(
                new MachineSpec(disk, null, environment, CostModel.DEFAULT, true),
                Script.NONE,
                event -> {
                    if (event instanceof Printed printed) {
                        log.add(printed.text());
                    }
                    return false;
                });
    }

    /// What the machine sends on a serial line until it stops.
    private static String output(Session session, int line) {
        var output = new ByteArrayOutputStream();
        session.machine().computer().serialOutput(line, output::write);
        while (!session.kernel().isStopped() && session.nanos() < LIMIT_NANOS) {
            session.run(LIMIT_NANOS);
        }
        return output.toString(StandardCharsets.ISO_8859_1);
    }
}

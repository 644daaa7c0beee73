package ring3.app.shell;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.app.machine.MachineSpec;
import ring3.app.session.LineReads;
import ring3.app.session.Script;
import ring3.app.session.Session;
import ring3.app.session.Stillness;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.Printed;
import ring3.hardware.Computer;
import ring3.hardware.CostModel;
import ring3.hardware.DiskImage;
import ring3.hardware.VirtualClock;

/// A machine whose console is the terminal of the host: the first serial line. It runs as fast as
/// the host can, and goes by the clock on the wall only while nothing happens in it and somebody
/// outside may have something to say.
public final class Shell {
    private static final int CONSOLE = 0;
    private static final int ERRORS = 1;
    private static final long SLICE_NANOS = 50_000_000;

    /// About the time in which the line moves the sixteen bytes that the chip can hold.
    private static final long BUSY_SLICE_NANOS = 1_500_000;

    private static final long DRAIN_NANOS = 3_000_000;

    private final PrintStream out;
    private final PrintStream err;
    private final HostInput input;
    private final LineReads reads = new LineReads(CONSOLE);
    private final Stillness stillness = new Stillness();
    private final ConsoleLine line;
    private final Session session;

    /// A machine that has just been switched on.
    ///
    /// @param secondDisk drive 1, mounted on `/mnt`, or null
    /// @param command what to run instead of asking for commands, or null
    /// @param interactive a person types at `in`, and every key goes to the machine
    public Shell(
            DiskImage systemDisk,
            @Nullable DiskImage secondDisk,
            @Nullable String command,
            boolean interactive,
            InputStream in,
            PrintStream out,
            PrintStream err) {
        this.out = out;
        this.err = err;
        input = new HostInput(in);
        line = new ConsoleLine(input, reads, interactive);
        session =
                new Session(
                        new MachineSpec(
                                systemDisk,
                                secondDisk,
                                environment(command, secondDisk != null),
                                CostModel.DEFAULT,
                                true),
                        Script.NONE,
                        this::observe);
        Computer computer = session.machine().computer();
        computer.serialOutput(CONSOLE, out::write);
        computer.serialOutput(ERRORS, err::write);
    }

    private static List<String> environment(@Nullable String command, boolean mount) {
        List<String> environment = new ArrayList<>(List.of("console=/dev/tty00"));
        if (command == null) {
            environment.add("once=1");
        } else {
            environment.add("errors=/dev/tty01");
            environment.add("command=" + command);
        }
        if (mount) {
            environment.add("mount=1");
        }
        return environment;
    }

    private boolean observe(KernelEvent event) {
        reads.add(event);
        stillness.add(event);
        if (event instanceof Printed printed) {
            err.println(printed.text());
        }
        return false;
    }

    /// Runs until the machine stops or nobody reads its output any more.
    public void run() {
        boolean heard = true;
        while (!session.kernel().isStopped() && heard) {
            line.feed(session);
            session.run(session.nanos() + (line.isBusy() ? BUSY_SLICE_NANOS : SLICE_NANOS));
            err.flush();
            heard = !out.checkError();
            if (stillness.take()) {
                rest();
            }
        }
        drain();
    }

    /// The processor has stopped, but the chips of the serial lines still send what they hold.
    private void drain() {
        VirtualClock clock = session.machine().computer().clock();
        long end = clock.nanos() + DRAIN_NANOS;
        while (clock.nextDeadline() <= end) {
            clock.advanceTo(clock.nextDeadline());
            clock.runDue();
        }
        out.flush();
        err.flush();
    }

    private void rest() {
        line.feedEnd(session);
        if (line.mayHearMore()) {
            input.await(SLICE_NANOS);
        }
    }

    /// The status that the command or the last shell left.
    public int status() {
        return session.kernel().haltStatus();
    }

    /// Why the kernel could not go on, or null.
    public @Nullable String panicReason() {
        return session.kernel().panicReason();
    }
}

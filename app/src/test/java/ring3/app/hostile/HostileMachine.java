package ring3.app.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.app.Installation;
import ring3.app.machine.MachineSpec;
import ring3.app.session.Script;
import ring3.app.session.Session;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.hardware.CostModel;
import ring3.hardware.DiskImage;

/// A machine with the hostile programs on its second disk, which runs one command and halts.
final class HostileMachine {
    /// More virtual time than any command takes here.
    private static final long LIMIT_NANOS = 100_000_000_000L;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final List<ExceptionRaised> exceptions = new ArrayList<>();
    private final Session session;

    /// A machine that will run `command`.
    HostileMachine(DiskImage programs, String command) {
        List<String> environment =
                List.of("console=/dev/tty00", "errors=/dev/tty01", "mount=1", "command=" + command);
        session =
                new Session(
                        new MachineSpec(
                                Installation.home().systemDisk(),
                                programs,
                                environment,
                                CostModel.DEFAULT,
                                true),
                        Script.NONE,
                        this::observe);
        session.machine().computer().serialOutput(0, console::write);
        session.machine().computer().serialOutput(1, errors::write);
    }

    private boolean observe(KernelEvent event) {
        if (event instanceof ExceptionRaised exception) {
            exceptions.add(exception);
        }
        return false;
    }

    /// Runs until the command has ended and the machine has halted. Returns what was written to the
    /// console.
    String run() {
        while (!session.kernel().isStopped() && session.nanos() < LIMIT_NANOS) {
            session.run(session.nanos() + 1_000_000_000);
        }
        return console.toString(StandardCharsets.ISO_8859_1);
    }

    /// Virtual time since power-on.
    long nanos() {
        return session.nanos();
    }

    /// The exceptions that the processor raised.
    List<ExceptionRaised> exceptions() {
        return exceptions;
    }

    /// Whether the machine was halted in good order.
    boolean hasHalted() {
        return session.kernel().isStopped() && session.kernel().panicReason() == null;
    }

    /// Why the kernel could not go on, or null.
    @Nullable String panicReason() {
        return session.kernel().panicReason();
    }
}

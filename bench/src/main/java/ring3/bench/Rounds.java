package ring3.bench;

import org.jspecify.annotations.Nullable;
import ring3.kernel.Kernel;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// A machine in which one process does something over and over. It runs until that was done
/// [#COUNT] times and then rests at the next event.
final class Rounds {
    /// How often it is done in one run.
    static final int COUNT = 1000;

    /// Far more than any of these takes.
    private static final long LIMIT_NANOS = 1_000_000_000;

    private final Recorder recorder = new Recorder(Recorder.CAPACITY);
    @Nullable private Kernel kernel;

    /// One round.
    @FunctionalInterface
    interface Round {
        /// Does it in the process that `sys` belongs to.
        void run(Syslib sys, int number);
    }

    /// The program of the process that does it.
    Program program(Round round) {
        return sys -> repeat(sys, round);
    }

    /// As [#program], for a process that has something to prepare.
    void repeat(Syslib sys, Round round) {
        while (true) {
            for (int number = 0; number < COUNT; number++) {
                round.run(sys, number);
            }
            recorder.stop();
        }
    }

    /// Boots the machine.
    void boot(Machine machine) {
        kernel = machine.boot(recorder);
    }

    /// Lets the process do it [#COUNT] times.
    void run() {
        Kernel machine = kernel;
        if (machine == null) {
            throw new IllegalStateException("the machine is switched off");
        }
        recorder.clear();
        long until = machine.nanos() + LIMIT_NANOS;
        while (!recorder.isStopped()) {
            machine.run(until);
            if (machine.nanos() >= until || machine.isStopped()) {
                throw new IllegalStateException(
                        "the machine stands still: " + machine.panicReason());
            }
        }
    }
}

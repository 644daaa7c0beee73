package ring3.bench;

import org.jspecify.annotations.Nullable;
import ring3.hardware.CostModel;
import ring3.kernel.Kernel;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// A machine in which one process does something over and over. It runs until that was done so
/// often and then rests at the next event.
final class Rounds {
    /// How often it is done in one run unless it takes long.
    static final int COUNT = 1000;

    /// Far more than any of these takes.
    private static final long LIMIT_NANOS = 10_000_000_000L;

    private final int count;
    private final Recorder recorder = new Recorder(Recorder.CAPACITY);
    @Nullable private Kernel kernel;

    /// A machine in which something is done `count` times in one run.
    Rounds(int count) {
        this.count = count;
    }

    /// A machine in which something is done [#COUNT] times in one run.
    Rounds() {
        this(COUNT);
    }

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
            for (int number = 0; number < count; number++) {
                round.run(sys, number);
            }
            recorder.stop();
        }
    }

    /// Boots the machine.
    void boot(Machine machine) {
        boot(machine, CostModel.DEFAULT);
    }

    /// Boots the machine, where things cost what `costs` says.
    void boot(Machine machine, CostModel costs) {
        kernel = machine.boot(recorder, costs);
    }

    /// Lets the process do it so often.
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

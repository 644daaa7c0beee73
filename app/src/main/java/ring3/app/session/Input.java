package ring3.app.session;

import ring3.app.machine.Machine;
import ring3.syslib.Endpoint;
import ring3.syslib.Signals;

/// Something that is done to a machine from outside. Nothing else gets in: a run is a function of
/// the machine and its inputs.
public sealed interface Input {
    /// Does it now, between two kernel entries. Returns whether it had any effect.
    boolean applyTo(Machine machine);

    /// The processor raises an exception in a process, as a bug of its own would.
    record Crash(Endpoint process) implements Input {
        @Override
        public boolean applyTo(Machine machine) {
            return machine.kernel().crash(process);
        }
    }

    /// SIGKILL is raised on a process.
    record Kill(Endpoint process) implements Input {
        @Override
        public boolean applyTo(Machine machine) {
            return machine.kernel().signal(process, Signals.SIGKILL);
        }
    }

    /// A key of the emulated keyboard moves: one byte of scan code set 1.
    record Press(int scanCode) implements Input {
        @Override
        public boolean applyTo(Machine machine) {
            if (machine.computer().keyboard().room() == 0) {
                return false;
            }
            machine.computer().keyboard().press(scanCode);
            return true;
        }
    }

    /// A byte arrives on a serial line.
    ///
    /// @param line 0 for COM1, 1 for COM2
    record Receive(int line, int value) implements Input {
        @Override
        public boolean applyTo(Machine machine) {
            return machine.computer().serial(line).receive(value);
        }
    }
}

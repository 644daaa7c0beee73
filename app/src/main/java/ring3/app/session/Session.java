package ring3.app.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ring3.app.BadInput;
import ring3.app.machine.Machine;
import ring3.app.machine.MachineSpec;
import ring3.events.Observer;
import ring3.kernel.Kernel;

/// A machine, the script it plays, and the inputs it got so far. It runs on the caller's thread.
public final class Session {
    private final Machine machine;
    private final Script script;
    private final List<AppliedInput> inputs = new ArrayList<>();
    private boolean stopWanted;

    /// A session with a machine that has just been switched on.
    public Session(MachineSpec spec, Script script, Observer observer) {
        this.script = script;
        machine =
                new Machine(
                        spec,
                        event -> {
                            boolean stop = observer.on(event);
                            stopWanted |= stop;
                            return stop;
                        });
    }

    /// The machine. Whoever changes it other than by an input makes the session worthless.
    public Machine machine() {
        return machine;
    }

    /// The kernel of the machine.
    public Kernel kernel() {
        return machine.kernel();
    }

    /// Virtual time since power-on.
    public long nanos() {
        return kernel().nanos();
    }

    /// What was done to the machine so far, in order.
    public List<AppliedInput> inputs() {
        return Collections.unmodifiableList(inputs);
    }

    /// Does something to the machine. Returns whether it had any effect; without one it is no input
    /// and leaves no trace.
    public boolean apply(Input input) {
        long event = kernel().event();
        long nanos = kernel().nanos();
        boolean effective = input.applyTo(machine);
        if (effective) {
            inputs.add(new AppliedInput(event, nanos, input));
        }
        return effective;
    }

    /// Runs until virtual time `untilNanos`, until the observer or the script wants somebody to
    /// look, or until the machine has stopped. Where it rests changes nothing.
    public void run(long untilNanos) {
        stopWanted = false;
        try {
            while (!stopWanted && !kernel().isStopped() && nanos() < untilNanos) {
                advance(untilNanos);
            }
        } catch (BadInput problem) {
            throw problem;
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            throw new BrokenMachine(kernel().event(), failure);
        }
    }

    private void advance(long untilNanos) {
        if (script.dueNanos() <= nanos()) {
            boolean look = script.act(this);
            stopWanted |= look;
        } else {
            kernel().run(Math.min(untilNanos, script.dueNanos()));
        }
    }
}

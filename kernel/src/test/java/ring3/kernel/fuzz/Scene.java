package ring3.kernel.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.KernelEvent.KernelCalled;
import ring3.events.KernelEvent.PortAccessed;
import ring3.hardware.CostModel;
import ring3.kernel.BareKernel;
import ring3.kernel.core.Core;
import ring3.kernel.core.Priv;
import ring3.kernel.core.Proc;
import ring3.kernel.testing.Puppet;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelReply.SignalReply;
import ring3.syslib.KernelRequest.Endksig;
import ring3.syslib.KernelRequest.Getksig;
import ring3.syslib.Privilege;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.SysCall;
import ring3.syslib.Syslib;

/// A machine with three processes that talk nonsense, two servers for victims, one who asks how
/// they are, and a reincarnation server that forgives everything.
final class Scene {
    /// Calls in a batch.
    static final int BATCH = 20_000;

    private static final int MEMORY = 4 << 20;
    private static final long SLICE_NANOS = 50_000_000;
    private static final int SLICES_MAX = 10_000;

    private final Random random;
    private final List<KernelEvent> crimes = new ArrayList<>();
    private final BareKernel kernel = new BareKernel(MEMORY, CostModel.DEFAULT, this::watch);
    private final Core core = kernel.core();
    private final Nonsense nonsense;
    private final Puppet client = new Puppet(core);
    private final List<Puppet> puppets = new ArrayList<>();
    private final List<Villain> villains = new ArrayList<>();
    private int batches;
    private long carriedOut;

    Scene(Random random) {
        this.random = random;
        nonsense = new Nonsense(random);
        start(Cast.RS, Cast.REINCARNATION_SERVER, this::forgive);
        start(Cast.SERVER, Cast.VICTIM, new Victim(Cast.VILLAINS));
        start(Cast.OTHER, Cast.VICTIM, new Victim(Cast.VILLAINS));
        start(Cast.CLIENT, Cast.VICTIM, client);
        villain(Cast.SERVICE, Cast.UNPRIVILEGED_SERVICE, Cast.SERVER, Cast.OTHER);
        villain(Cast.DRIVER, Cast.UNPRIVILEGED_DRIVER, Cast.SERVER, Cast.OTHER);
        villain(Cast.USER, null, Cast.SERVER, Cast.RS);
        core.processor.run(core.trace.nanos() + SLICE_NANOS);
    }

    private void start(Endpoint endpoint, @Nullable Privilege rights, Program program) {
        Proc proc = kernel.start(endpoint.slot(), "p" + endpoint, rights, Cast.MEMORY, program);
        assert proc.endpoint.equals(endpoint) : "the first in its slot";
    }

    private void villain(Endpoint endpoint, @Nullable Privilege rights, Endpoint... servers) {
        Puppet puppet = new Puppet(core);
        start(endpoint, rights, puppet);
        puppets.add(puppet);
        long allowed = rights == null ? SysCall.ALL : rights.calls();
        villains.add(new Villain(random, nonsense, allowed, BATCH, servers));
    }

    private boolean watch(KernelEvent event) {
        switch (event) {
            case ExceptionRaised _ -> crimes.add(event);
            case PortAccessed access -> {
                if (!Cast.PORTS.covers(access.port(), access.width())) {
                    crimes.add(event);
                }
            }
            case KernelCalled _ -> carriedOut++;
            default -> {}
        }
        return false;
    }

    /// The reincarnation server lets everybody go on who asked to die.
    private void forgive(Syslib sys) {
        while (true) {
            Received in = sys.receive();
            sys.reply(in.source(), Result.OK);
            while (in.isNotifyFrom(Endpoint.SYSTEM)
                    && sys.kernelCall(new Getksig()) instanceof SignalReply signal
                    && !signal.target().equals(Endpoint.NONE)) {
                sys.kernelCall(new Endksig(signal.target()));
            }
        }
    }

    // ---- What happens

    /// The next of the villains makes a batch of calls.
    void nextBatch() {
        int who = batches++ % villains.size();
        run(puppets.get(who), villains.get(who));
    }

    /// What the victims say when a third asks them: 0 from each that is well.
    List<Integer> howAreTheVictims() {
        List<Integer> answers = new ArrayList<>();
        run(
                client,
                sys -> {
                    answers.add(sys.call(Cast.SERVER, Victim.HOW_ARE_YOU));
                    answers.add(sys.call(Cast.OTHER, Victim.HOW_ARE_YOU));
                });
        return answers;
    }

    private void run(Puppet puppet, Consumer<Syslib> job) {
        puppet.tell(job);
        for (int i = 0; i < SLICES_MAX && !puppet.isIdle() && !isStopped(); i++) {
            core.processor.run(core.trace.nanos() + SLICE_NANOS);
        }
        if (!puppet.isIdle()) {
            throw new AssertionError("it never came to an end: " + this + ", " + crimes);
        }
    }

    // ---- What can be seen

    /// What one process may do and how it is scheduled.
    record Right(
            Endpoint process,
            int privilegeId,
            Privilege privilege,
            long sendTo,
            int priority,
            int quantumMillis,
            @Nullable Endpoint scheduler) {}

    /// The rights of all processes.
    List<Right> rights() {
        List<Right> rights = new ArrayList<>();
        for (Proc proc : core.procs.all()) {
            if (!proc.isFree()) {
                rights.add(right(proc));
            }
        }
        return rights;
    }

    private Right right(Proc proc) {
        long sendTo = 0;
        for (Priv other : core.procs.privs()) {
            sendTo |= proc.priv.maySendTo(other) ? 1L << other.id : 0;
        }
        return new Right(
                proc.endpoint,
                proc.priv.id,
                proc.priv.rights,
                sendTo,
                proc.priority,
                proc.quantumMillis,
                proc.scheduler);
    }

    /// What must not happen: an exception, which no program here raises itself, and the access to a
    /// port that nobody here may touch.
    List<KernelEvent> crimes() {
        return crimes;
    }

    boolean isStopped() {
        return core.processor.isStopped();
    }

    /// How many kernel calls were not refused.
    long carriedOut() {
        return carriedOut;
    }

    @Override
    public String toString() {
        return "batch " + batches + ", " + villains.get((batches - 1) % villains.size());
    }
}

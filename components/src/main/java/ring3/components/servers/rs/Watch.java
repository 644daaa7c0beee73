package ring3.components.servers.rs;

import ring3.components.servers.rs.Service.State;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply.SignalReply;
import ring3.syslib.KernelRequest.Endksig;
import ring3.syslib.KernelRequest.Getksig;
import ring3.syslib.Result;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// How RS learns that something is wrong with a service: the kernel reports a signal, a heartbeat
/// is missing, an initialisation fails or takes too long.
final class Watch {
    /// How often RS looks after everybody, in clock ticks (minix: RS_DELTA_T).
    private static final int PERIOD_TICKS = 60;

    private static final long LETHAL =
            Signals.bit(Signals.SIGILL)
                    | Signals.bit(Signals.SIGABRT)
                    | Signals.bit(Signals.SIGEMT)
                    | Signals.bit(Signals.SIGFPE)
                    | Signals.bit(Signals.SIGKILL)
                    | Signals.bit(Signals.SIGBUS)
                    | Signals.bit(Signals.SIGSEGV)
                    | Signals.bit(Signals.SIGPIPE)
                    | Signals.bit(Signals.SIGTERM);

    private final Syslib sys;
    private final Services services;
    private final Recovery recovery;
    private final Updates updates;

    Watch(Syslib sys, Services services, Recovery recovery, Updates updates) {
        this.sys = sys;
        this.services = services;
        this.recovery = recovery;
        this.updates = updates;
    }

    /// Begins to look after everybody once a second.
    void start() {
        sys.setAlarm(PERIOD_TICKS);
    }

    /// Our alarm went off.
    void secondPassed(long now) {
        start();
        recovery.secondPassed();
        updates.secondPassed();
        for (Service service : services.all()) {
            if (service.isAlive() && service.sentence == null) {
                check(service, now);
            }
        }
    }

    /// Nobody is killed for his silence while another one starts: he may be waiting for that one.
    private void check(Service service, long now) {
        boolean starting = service.state == State.STARTING;
        switch (service.heartbeat.verdict(now)) {
            case ASK -> sys.notify(service.endpoint);
            case DEAD -> {
                if (starting) {
                    sentence(service, "initialisation timed out");
                } else if (!services.anyStarting()) {
                    sentence(service, "no heartbeat");
                }
            }
            case WAIT -> {}
        }
    }

    /// Kills a service; the kernel will report its death as any other.
    private void sentence(Service service, String why) {
        service.sentence = why;
        sys.kill(service.endpoint, Signals.SIGKILL);
    }

    /// A service has answered a heartbeat.
    void answered(Endpoint endpoint, long now) {
        Service service = services.find(endpoint);
        if (service != null) {
            service.heartbeat.answered(now);
        }
    }

    /// A service has initialised itself, or could not.
    void initialised(Service service, int result) {
        if (service.state != State.STARTING) {
            sys.reply(service.endpoint, Result.of(Errno.EPERM));
        } else if (result < 0) {
            if (!updates.takeBack(service, Errno.of(result).name(), result)) {
                sentence(service, "initialisation failed: " + Errno.of(result));
            }
        } else {
            sys.reply(service.endpoint, Result.OK);
            works(service);
        }
    }

    private void works(Service service) {
        if (service.update != null) {
            updates.succeeded(service, service.update);
        } else {
            service.startWorking(sys.uptimeTicks());
            // Whoever started it from a file wants to know which devices are its own.
            recovery.answerRequester(service, service.isFirstStart() ? service.config.major() : 0);
        }
    }

    /// Signals wait in the kernel.
    void fetchSignals() {
        while (sys.kernelCall(new Getksig()) instanceof SignalReply(var target, long signals)
                && !target.equals(Endpoint.NONE)) {
            Service service = services.find(target);
            if (service != null && (signals & LETHAL) != 0) {
                int first = Long.numberOfTrailingZeros(signals & LETHAL);
                died(service, "SIG" + Signals.name(first));
            } else {
                sys.status(new Endksig(target));
            }
        }
    }

    private void died(Service service, String signal) {
        String cause = service.sentence == null ? signal : service.sentence;
        if (!updates.takeBack(service, cause, Errno.EIO.status())) {
            recovery.died(service, cause);
        }
    }
}

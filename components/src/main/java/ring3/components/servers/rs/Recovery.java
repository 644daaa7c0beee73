package ring3.components.servers.rs;

import ring3.components.lib.DataStore;
import ring3.components.servers.rs.Service.State;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Abort;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// What follows when a service has died: the reason why this system heals itself.
final class Recovery {
    private final Syslib sys;
    private final Services services;
    private final Launcher launcher;
    private final Incarnations incarnations;
    private final DataStore dataStore;

    Recovery(
            Syslib sys,
            Services services,
            Launcher launcher,
            Incarnations incarnations,
            DataStore dataStore) {
        this.sys = sys;
        this.services = services;
        this.launcher = launcher;
        this.incarnations = incarnations;
        this.dataStore = dataStore;
    }

    /// A service has died. The first time its next incarnation starts at once, later after a pause.
    void died(Service service, String cause) {
        String news = "rs: " + service.label + " died (" + cause + ")";
        if (service.isCore()) {
            sys.print(news + ", the system cannot go on");
            sys.status(new Abort(Abort.PANIC, 1));
            return;
        }
        cleanUp(service);
        boolean neverWorked = service.isFirstStart();
        answerRequester(service, Errno.EIO.status());
        if (neverWorked || service.config.restart() == RestartPolicy.NEVER) {
            sys.print(news + ", it is not restarted");
            services.remove(service);
            return;
        }
        int seconds = Backoff.seconds(service.deaths, service.image != null);
        service.deaths++;
        String next = news + ", starting incarnation " + (service.incarnation + 1);
        sys.print(seconds == 0 ? next : next + " in " + seconds + " s");
        if (seconds == 0) {
            restart(service);
        } else {
            pause(service, seconds);
        }
    }

    private static void pause(Service service, int seconds) {
        service.state = State.WAITING;
        service.backoffSeconds = seconds;
    }

    /// One second has passed.
    void secondPassed() {
        for (Service service : services.all()) {
            if (service.state == State.WAITING && --service.backoffSeconds == 0) {
                restart(service);
            }
        }
    }

    /// Starts the next incarnation; the last one is cleaned up already.
    void restart(Service service) {
        service.incarnation++;
        int status = launcher.start(service);
        if (status < 0) {
            sys.print("rs: cannot start " + service.label + ": " + Errno.of(status));
            cleanUp(service);
            answerRequester(service, status);
            pause(service, Backoff.seconds(service.deaths++, false) + 1);
        }
    }

    /// Frees everybody who waits for the dead process, takes its name away, and has it buried.
    void cleanUp(Service service) {
        Endpoint dead = service.endpoint;
        service.endpoint = Endpoint.NONE;
        service.sentence = null;
        if (dead.equals(Endpoint.NONE)) {
            return;
        }
        incarnations.detach(dead);
        dataStore.deleteLabel(service.label);
        incarnations.bury(dead, service.pid, service.config);
    }

    /// Tells whoever asked for the service how its start went.
    void answerRequester(Service service, int status) {
        if (!service.requester.equals(Endpoint.NONE)) {
            sys.reply(service.requester, new Result(status));
            service.requester = Endpoint.NONE;
        }
    }
}

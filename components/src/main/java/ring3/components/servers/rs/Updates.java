package ring3.components.servers.rs;

import ring3.components.protocol.Rs.RsInitLu;
import ring3.components.protocol.Rs.RsLuPrepare;
import ring3.components.protocol.Rs.RsLuReady;
import ring3.components.protocol.Vm.VmRsUpdate;
import ring3.components.servers.rs.Incarnations.Incarnation;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// Puts a new program in the place of one that runs, without anybody noticing (minix:
/// servers/rs/update.c). The old one comes to rest and grants its state, a second process is made
/// beside it, the two change places, and the new one reads the state of the old.
///
/// Until the new program says that it works, the old one stands still with everything that it has,
/// so that each failure leads back to it. If even that does not work the service is restarted.
final class Updates {
    private final Syslib sys;
    private final Services services;
    private final Images images;
    private final Incarnations incarnations;
    private final Recovery recovery;

    Updates(
            Syslib sys,
            Services services,
            Images images,
            Incarnations incarnations,
            Recovery recovery) {
        this.sys = sys;
        this.services = services;
        this.images = images;
        this.incarnations = incarnations;
        this.recovery = recovery;
    }

    /// Begins an update.
    void begin(Service service, Update update) {
        service.update = update;
        ask(service, update);
    }

    private void ask(Service service, Update update) {
        if (update.askAgain()) {
            sys.asynsend(service.endpoint, new RsLuPrepare(), AsyncMessage.NOREPLY);
        } else {
            goOn(service, update, Errno.EINTR.status(), "it did not come to rest in time");
        }
    }

    /// One second has passed. A message of the service that is under way may keep it from being
    /// ready, and nobody tells it when that has arrived; so it is asked again.
    void secondPassed() {
        for (Service service : services.all()) {
            Update update = service.update;
            if (update != null && !update.isSwapped()) {
                ask(service, update);
            }
        }
    }

    /// A service answers that it is ready, or that it has no way to be.
    void ready(Endpoint source, RsLuReady answer) {
        Service service = services.find(source);
        Update update = service == null ? null : service.update;
        if (service == null || update == null || update.isSwapped()) {
            sys.reply(source, Result.of(Errno.EINTR));
        } else if (answer.status() < 0) {
            restart(service, update);
        } else {
            replace(service, update, answer);
        }
    }

    private void restart(Service service, Update update) {
        sys.print("rs: " + service.label + " cannot hand over its state, it is restarted");
        recovery.cleanUp(service);
        become(service, update);
        service.requester = update.requester;
        recovery.restart(service);
    }

    /// The service is what its update made of it.
    private void become(Service service, Update update) {
        images.forget(service.image);
        service.image = update.image;
        service.config = update.config;
        service.update = null;
    }

    private void replace(Service service, Update update, RsLuReady answer) {
        Incarnation made = incarnations.make(service, update.config, update.image);
        int status = made.status();
        if (status >= 0) {
            status = swap(service, made, false);
        }
        if (status < 0) {
            bury(made, update.config);
            sys.reply(service.endpoint, new Result(status));
            goOn(service, update, status, "its place cannot be taken: " + Errno.of(status));
            return;
        }
        update.spare = made;
        incarnations.readmit(service.endpoint, service.config, update.config);
        incarnations.letRun(service.endpoint);
        service.startInitialising(sys.uptimeTicks());
        RsInitLu order =
                new RsInitLu(
                        service.incarnation + 1, made.endpoint(), answer.grant(), answer.bytes());
        sys.asynsend(service.endpoint, order, AsyncMessage.NOREPLY);
    }

    private int swap(Service service, Incarnation other, boolean rollback) {
        return sys.call(Endpoint.VM, new VmRsUpdate(other.endpoint(), service.endpoint, rollback));
    }

    private void bury(Incarnation spare, ServiceConfig config) {
        if (!spare.endpoint().equals(Endpoint.NONE)) {
            incarnations.detach(spare.endpoint());
            incarnations.bury(spare.endpoint(), spare.pid(), config);
        }
    }

    /// The new program works: the old one is not needed any more.
    void succeeded(Service service, Update update) {
        bury(update.spare, update.config);
        become(service, update);
        service.incarnation++;
        service.startWorking(sys.uptimeTicks());
        sys.print(
                "rs: "
                        + service.label
                        + " goes on as incarnation "
                        + service.incarnation
                        + " with the state of its predecessor");
        sys.reply(update.requester, Result.OK);
    }

    /// The process at the service's endpoint has died, or cannot work. Returns whether that was the
    /// new program of an update and the old one is there again instead.
    boolean takeBack(Service service, String why, int status) {
        Update update = service.update;
        if (update == null) {
            return false;
        }
        if (!update.isSwapped()) {
            give(service, update, Errno.EIO.status());
            return false;
        }
        incarnations.stop(service.endpoint);
        if (swap(service, update.spare, true) < 0) {
            bury(update.spare, update.config);
            give(service, update, status);
            return false;
        }
        incarnations.readmit(service.endpoint, update.config, service.config);
        bury(update.spare, update.config);
        service.sentence = null;
        service.startWorking(sys.uptimeTicks());
        sys.reply(service.endpoint, new Result(status));
        goOn(service, update, status, "the new one failed: " + why);
        return true;
    }

    private void goOn(Service service, Update update, int status, String why) {
        sys.print("rs: " + service.label + " goes on as it was, " + why);
        give(service, update, status);
    }

    /// Gives up an update and tells whoever asked for it.
    private void give(Service service, Update update, int status) {
        images.forget(update.image);
        service.update = null;
        sys.reply(update.requester, new Result(status));
    }
}

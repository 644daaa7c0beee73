package ring3.components.servers.rs;

import ring3.components.lib.DataStore;
import ring3.components.protocol.Rs.RsInitDone;
import ring3.components.protocol.Rs.RsLuReady;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// The reincarnation server, the parent of all servers and drivers. The kernel starts it first,
/// with all rights; it gives each of the others theirs and lets it run, and after that it waits for
/// bad news.
public final class ReincarnationServer implements Program {
    @Override
    public void run(Syslib sys) {
        Images images = new Images(sys);
        Services services = new Services(sys, images);
        DataStore dataStore = new DataStore(sys);
        Incarnations incarnations = new Incarnations(sys);
        Launcher launcher = new Launcher(sys, incarnations, dataStore);
        Recovery recovery = new Recovery(sys, services, launcher, incarnations, dataStore);
        Updates updates = new Updates(sys, services, images, incarnations, recovery);
        Watch watch = new Watch(sys, services, recovery, updates);
        Arrivals arrivals = new Arrivals(sys, services, images, launcher, recovery, updates);
        RsCalls calls = new RsCalls(sys, services, recovery, arrivals);
        Boot boot = new Boot(sys, services, launcher);

        watch.start();
        boot.start(() -> handle(sys, services, watch, updates, calls));
        for (; ; ) {
            handle(sys, services, watch, updates, calls);
        }
    }

    private static void handle(
            Syslib sys, Services services, Watch watch, Updates updates, RsCalls calls) {
        Received in = sys.receive();
        switch (in.message()) {
            case Notify notify -> heed(in.source(), notify, watch);
            case RsInitDone(int result) -> initialised(sys, services, watch, in.source(), result);
            case RsLuReady answer -> updates.ready(in.source(), answer);
            case Result _ -> {} // VFS has taken note of a driver.
            default -> serve(sys, calls, in);
        }
    }

    private static void heed(Endpoint source, Notify notify, Watch watch) {
        if (source.equals(Endpoint.CLOCK)) {
            watch.secondPassed(notify.timestamp());
        } else if (!source.equals(Endpoint.SYSTEM)) {
            watch.answered(source, notify.timestamp());
        } else if (notify.hasSignal(Signals.SIGKSIG)) {
            watch.fetchSignals();
        }
    }

    private static void initialised(
            Syslib sys, Services services, Watch watch, Endpoint source, int result) {
        Service service = services.find(source);
        if (service != null) {
            watch.initialised(service, result);
        } else {
            sys.reply(source, Result.of(Errno.EPERM));
        }
    }

    private static void serve(Syslib sys, RsCalls calls, Received in) {
        Message reply = calls.answer(in.source(), in.message());
        if (reply != null) {
            sys.reply(in.source(), reply);
        }
    }
}

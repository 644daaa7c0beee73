package ring3.components.servers.rs;

import java.util.ArrayList;
import java.util.List;
import ring3.components.lib.DataStore;
import ring3.components.protocol.Rs;
import ring3.components.protocol.Rs.RsInit;
import ring3.components.protocol.Vfs.VfsMapdriver;
import ring3.components.servers.rs.Incarnations.Incarnation;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Privctl;
import ring3.syslib.Privilege;
import ring3.syslib.Syslib;

/// Makes processes into services: everybody learns under which endpoint the label is to be had now,
/// and the process is let go.
///
/// MINIX gives a restarted service the slot of the dead one first, an ordinary driver then answers
/// ERESTART, and only then it gets a process and an endpoint of its own. Ring3 goes straight there.
final class Launcher {
    private final Syslib sys;
    private final Incarnations incarnations;
    private final DataStore dataStore;

    /// Those who started before the data store, which has to be told their labels.
    private final List<Service> unnamed = new ArrayList<>();

    private boolean dataStoreRuns;

    Launcher(Syslib sys, Incarnations incarnations, DataStore dataStore) {
        this.sys = sys;
        this.incarnations = incarnations;
        this.dataStore = dataStore;
    }

    /// Gives the process that the kernel made at boot its rights and lets it run.
    int admit(Service service) {
        int status = incarnations.admit(service.endpoint, service.config);
        if (status >= 0) {
            status = publish(service);
        }
        return status < 0 ? status : letRun(service);
    }

    /// Makes a process for the next incarnation and lets it run. When that fails the process, if
    /// there is one, is still to be cleaned up.
    int start(Service service) {
        Incarnation made = incarnations.make(service, service.config, service.image);
        service.endpoint = made.endpoint();
        service.pid = made.pid();
        int status = made.status();
        if (status >= 0) {
            status = publish(service);
        }
        return status < 0 ? status : letRun(service);
    }

    /// Tells everybody under which endpoint the label is to be had now, or as soon as the data
    /// store runs.
    int publish(Service service) {
        if (!dataStoreRuns) {
            unnamed.add(service);
            return Errno.OK.status();
        }
        return dataStore.publishLabel(service.label, service.endpoint);
    }

    /// The data store runs.
    int publishEarlyOnes() {
        dataStoreRuns = true;
        int status = Errno.OK.status();
        for (int i = 0; i < unnamed.size() && status >= 0; i++) {
            status = publish(unnamed.get(i));
        }
        return status;
    }

    /// From here on the process runs. Neither VFS nor the service is waited for: their answers are
    /// messages like any other.
    private int letRun(Service service) {
        if (service.config.major() != 0) {
            mapDriver(service);
        }
        int status = incarnations.letRun(service.endpoint);
        if (status < 0) {
            return status;
        }
        service.startInitialising(sys.uptimeTicks());
        int kind = service.incarnation == 1 ? Rs.FRESH : Rs.RESTART;
        return sys.asynsend(
                service.endpoint, new RsInit(kind, service.incarnation), AsyncMessage.NOREPLY);
    }

    private void mapDriver(Service service) {
        sys.asynsend(
                Endpoint.VFS,
                new VfsMapdriver(
                        service.labelAddress,
                        service.label.length(),
                        service.config.major(),
                        service.endpoint),
                AsyncMessage.NOREPLY);
    }

    /// Lets init run: a process without any rights of its own, which all user processes descend
    /// from.
    int admitInit(Service init) {
        int status = sys.status(new Privctl(init.endpoint, Privilege.SET_USER, 0));
        if (status >= 0) {
            status = incarnations.schedule(init.endpoint, init.config);
        }
        return status < 0 ? status : incarnations.letRun(init.endpoint);
    }
}

package ring3.components.servers.rs;

import java.util.ArrayList;
import java.util.List;
import ring3.components.lib.DataStore;
import ring3.components.protocol.ExecFrame;
import ring3.components.protocol.Pm.PmSrvFork;
import ring3.components.protocol.PmReply.PmChild;
import ring3.components.protocol.Rs;
import ring3.components.protocol.Rs.RsInit;
import ring3.components.protocol.Sched.SchedulingStart;
import ring3.components.protocol.Vfs.VfsMapdriver;
import ring3.components.protocol.Vm.VmExecNewmem;
import ring3.components.servers.rs.Images.Image;
import ring3.components.servers.rs.Service.State;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Exec;
import ring3.syslib.KernelRequest.Privctl;
import ring3.syslib.KernelRequest.Schedctl;
import ring3.syslib.Message;
import ring3.syslib.Privilege;
import ring3.syslib.Syslib;

/// Makes processes into services. Until the last step, ALLOW, the process cannot run, so no
/// instruction of it is ever executed with the rights of another.
///
/// MINIX gives a restarted service the slot of the dead one first, an ordinary driver then answers
/// ERESTART, and only then it gets a process and an endpoint of its own. Ring3 goes straight there.
final class Launcher {
    private static final int IMAGE_ADDRESS = 0x1000;
    private static final int ALIGNMENT = 16;
    private static final int KIB = 1024;
    private static final int FRAME_BYTES = 64;

    private final Syslib sys;
    private final Images images;
    private final DataStore dataStore;
    private final int privilege;
    private final int frame;

    /// Those who started before the data store, which has to be told their labels.
    private final List<Service> unnamed = new ArrayList<>();

    private boolean dataStoreRuns;

    Launcher(Syslib sys, Images images, DataStore dataStore) {
        this.sys = sys;
        this.images = images;
        this.dataStore = dataStore;
        this.privilege = sys.allocate(Privilege.BYTES);
        this.frame = sys.allocate(FRAME_BYTES);
    }

    /// Whether we keep the executable of a service.
    boolean hasCopy(ServiceConfig config) {
        return images.find(config.executable()) != null;
    }

    /// Gives the process that the kernel made at boot its rights and lets it run.
    int admit(Service service) {
        int status = grantRights(service, false);
        if (status >= 0) {
            status = publish(service);
        }
        return status < 0 ? status : letRun(service);
    }

    /// Makes a process for the next incarnation and lets it run. When that fails the process, if
    /// there is one, is still to be cleaned up.
    int start(Service service) {
        Image image = images.find(service.config.executable());
        if (image == null) {
            return Errno.ENOENT.status();
        }
        Message child =
                sys.sendrec(
                        Endpoint.PM, new PmSrvFork(service.labelAddress, service.label.length()));
        if (!(child instanceof PmChild(Endpoint endpoint, int pid))) {
            return child.type();
        }
        service.endpoint = endpoint;
        service.pid = pid;
        int status = grantRights(service, true);
        if (status >= 0) {
            status = load(service, image);
        }
        if (status >= 0) {
            status = publish(service);
        }
        return status < 0 ? status : letRun(service);
    }

    private int grantRights(Service service, boolean dynamic) {
        service.config.privilege(dynamic).store(sys.memory(), privilege);
        int status = sys.status(new Privctl(service.endpoint, Privilege.SET_SYS, privilege));
        return status < 0 ? status : schedule(service);
    }

    /// Gives the process its place in the queues.
    private int schedule(Service service) {
        int queue = service.config.queue();
        int quantum = service.config.quantumMillis();
        if (service.config.kernelScheduled()) {
            return sys.status(new Schedctl(service.endpoint, true, queue, quantum));
        }
        return sys.call(
                Endpoint.SCHED, new SchedulingStart(service.endpoint, Endpoint.RS, queue, quantum));
    }

    /// Puts the executable and its one argument, the label, into fresh memory of the process.
    private int load(Service service, Image image) {
        byte[] arguments = new ExecFrame(List.of(service.label), List.of()).encode();
        sys.memory().put(frame, arguments, 0, arguments.length);
        Endpoint target = service.endpoint;
        int bytes = service.config.memoryKib() * KIB;
        int frameAddress = (IMAGE_ADDRESS + image.bytes() + ALIGNMENT - 1) & -ALIGNMENT;
        int status = sys.call(Endpoint.VM, new VmExecNewmem(target, bytes));
        if (status >= 0) {
            status = sys.copyTo(target, IMAGE_ADDRESS, image.address(), image.bytes());
        }
        if (status >= 0) {
            status = sys.copyTo(target, frameAddress, frame, arguments.length);
        }
        if (status >= 0) {
            status =
                    sys.status(
                            new Exec(
                                    target,
                                    IMAGE_ADDRESS,
                                    image.bytes(),
                                    frameAddress,
                                    arguments.length,
                                    service.labelAddress,
                                    service.label.length()));
        }
        return status;
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
        int status = sys.status(new Privctl(service.endpoint, Privilege.ALLOW, 0));
        if (status < 0) {
            return status;
        }
        service.state = State.STARTING;
        service.heartbeat.startInitialising(sys.uptimeTicks());
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
            status = schedule(init);
        }
        return status < 0 ? status : sys.status(new Privctl(init.endpoint, Privilege.ALLOW, 0));
    }
}

package ring3.components.servers.rs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.ExecFrame;
import ring3.components.protocol.Pm.PmSrvFork;
import ring3.components.protocol.Pm.PmSrvKill;
import ring3.components.protocol.PmReply.PmChild;
import ring3.components.protocol.Sched.SchedulingStart;
import ring3.components.protocol.Sched.SchedulingStop;
import ring3.components.protocol.ServiceSetup;
import ring3.components.protocol.Vm.VmExecNewmem;
import ring3.components.servers.rs.Images.Image;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Exec;
import ring3.syslib.KernelRequest.Privctl;
import ring3.syslib.KernelRequest.Schedctl;
import ring3.syslib.Message;
import ring3.syslib.Privilege;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// Makes processes for services, and has them buried. What is made here has its rights and its
/// program and cannot run yet, so no instruction of it is ever executed with the rights of another.
final class Incarnations {
    /// A process of a service.
    ///
    /// @param endpoint NONE when there is no process at all
    /// @param status 0, or the negative error number for which it is not complete and must go
    record Incarnation(Endpoint endpoint, int pid, int status) {}

    private static final int IMAGE_ADDRESS = 0x1000;
    private static final int ALIGNMENT = 16;
    private static final int KIB = 1024;
    private static final int FRAME_BYTES = 64 + ServiceSetup.ARGUMENTS_MAX;

    private final Syslib sys;
    private final int privilege;
    private final int frame;

    Incarnations(Syslib sys) {
        this.sys = sys;
        this.privilege = sys.allocate(Privilege.BYTES);
        this.frame = sys.allocate(FRAME_BYTES);
    }

    /// Makes a process that has the name of `service`, is allowed what `config` says and will run
    /// `image`.
    Incarnation make(Service service, ServiceConfig config, @Nullable Image image) {
        if (image == null) {
            return new Incarnation(Endpoint.NONE, 0, Errno.ENOENT.status());
        }
        PmSrvFork fork = new PmSrvFork(service.labelAddress, service.label.length());
        Message child = sys.sendrec(Endpoint.PM, fork);
        if (!(child instanceof PmChild(Endpoint endpoint, int pid))) {
            return new Incarnation(Endpoint.NONE, 0, child.type());
        }
        int status = admit(endpoint, config);
        if (status >= 0) {
            status = load(service, endpoint, config, image);
        }
        return new Incarnation(endpoint, pid, status);
    }

    /// Gives a process that cannot run yet its rights and its place in the queues.
    int admit(Endpoint process, ServiceConfig config) {
        int status = setRights(process, config, Privilege.SET_SYS);
        return status < 0 ? status : schedule(process, config);
    }

    /// Gives a process other rights and another place in the queues, unless they are the same.
    int readmit(Endpoint process, ServiceConfig former, ServiceConfig config) {
        if (former.equals(config)) {
            return Errno.OK.status();
        }
        int status = setRights(process, config, Privilege.UPDATE_SYS);
        stopScheduling(process, former);
        return status < 0 ? status : schedule(process, config);
    }

    private int setRights(Endpoint process, ServiceConfig config, int request) {
        boolean dynamic = process.slot() > Endpoint.INIT.slot();
        config.privilege(dynamic).store(sys.memory(), privilege);
        return sys.status(new Privctl(process, request, privilege));
    }

    /// Gives a process its place in the queues.
    int schedule(Endpoint process, ServiceConfig config) {
        int queue = config.queue();
        int quantum = config.quantumMillis();
        if (config.kernelScheduled()) {
            return sys.status(new Schedctl(process, true, queue, quantum));
        }
        return sys.call(Endpoint.SCHED, new SchedulingStart(process, Endpoint.RS, queue, quantum));
    }

    private void stopScheduling(Endpoint process, ServiceConfig config) {
        if (!config.kernelScheduled()) {
            sys.call(Endpoint.SCHED, new SchedulingStop(process));
        }
    }

    /// Puts the executable and its arguments, the label first, into fresh memory of the process.
    private int load(Service service, Endpoint target, ServiceConfig config, Image image) {
        List<String> words = new ArrayList<>(config.arguments());
        words.addFirst(service.label);
        byte[] arguments = new ExecFrame(words, List.of()).encode();
        sys.memory().put(frame, arguments, 0, arguments.length);
        int bytes = config.memoryKib() * KIB;
        int frameAddress = (IMAGE_ADDRESS + image.bytes() + ALIGNMENT - 1) & -ALIGNMENT;
        if (frameAddress + arguments.length > IMAGE_ADDRESS + bytes) {
            return Errno.ENOMEM.status();
        }
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

    /// Keeps the process from running for good and frees everybody who waits for it.
    void detach(Endpoint process) {
        stop(process);
        sys.status(new Privctl(process, Privilege.CLEAR_IPC_REFS, 0));
    }

    /// Has a process buried that was detached.
    void bury(Endpoint process, int pid, ServiceConfig config) {
        stopScheduling(process, config);
        sys.call(Endpoint.PM, new PmSrvKill(pid, Signals.SIGKILL));
    }

    /// Keeps the process from running.
    void stop(Endpoint process) {
        sys.status(new Privctl(process, Privilege.DISALLOW, 0));
    }

    /// From here on the process runs.
    int letRun(Endpoint process) {
        return sys.status(new Privctl(process, Privilege.ALLOW, 0));
    }
}

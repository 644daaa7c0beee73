package ring3.components.servers.rs;

import java.util.LinkedHashMap;
import java.util.Map;
import ring3.components.Kind;
import ring3.components.protocol.Pm;
import ring3.components.protocol.Pm.PmProcs;
import ring3.components.servers.rs.Service.State;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// Starts the services of the boot table one by one. Each is waited for before the next begins, so
/// that nobody calls a server that is not there yet.
final class Boot {
    private static final int PROCS_BYTES = 64 * Pm.PROC_BYTES;
    private static final int PROC_PID = 0;
    private static final int PROC_ENDPOINT = 12;

    private final Syslib sys;
    private final Services services;
    private final Launcher launcher;

    /// The pids of the processes of the boot image, by endpoint.
    private final Map<Integer, Integer> pids = new LinkedHashMap<>();

    Boot(Syslib sys, Services services, Launcher launcher) {
        this.sys = sys;
        this.services = services;
        this.launcher = launcher;
    }

    /// Starts everybody.
    ///
    /// @param handleOneMessage does what RS does with one message; called until a service is ready
    void start(Runnable handleOneMessage) {
        for (ServiceConfig config : BootTable.services()) {
            if (config.kind() == Kind.USER) {
                startInit(config);
            } else if (!config.onDemand()) {
                start(config, handleOneMessage);
            }
        }
    }

    private void start(ServiceConfig config, Runnable handleOneMessage) {
        Service service = services.add(config, config.label());
        if (config.inBootImage()) {
            service.endpoint = new Endpoint(config.slot());
            service.pid = pids.getOrDefault(config.slot(), 0);
        }
        if (service.endpoint.equals(Endpoint.RS)) {
            service.state = State.RUNNING;
            check(service, launcher.publish(service));
            return;
        }
        check(service, config.inBootImage() ? launcher.admit(service) : launcher.start(service));
        while (service.state == State.STARTING) {
            handleOneMessage.run();
        }
        if (service.endpoint.equals(Endpoint.DS)) {
            check(service, launcher.publishEarlyOnes());
        } else if (service.endpoint.equals(Endpoint.PM)) {
            learnPids();
        }
    }

    private void startInit(ServiceConfig config) {
        Service init = services.add(config, config.label());
        init.endpoint = new Endpoint(config.slot());
        check(init, launcher.admitInit(init));
        services.remove(init);
    }

    private void check(Service service, int status) {
        if (status < 0) {
            sys.panic("cannot start " + service.label + ": " + Errno.of(status));
        }
    }

    /// PM has given the processes of the boot image their pids; RS needs them to end one.
    private void learnPids() {
        int table = sys.allocate(PROCS_BYTES);
        int bytes = sys.call(Endpoint.PM, new PmProcs(table, PROCS_BYTES));
        for (int entry = table; entry < table + bytes; entry += Pm.PROC_BYTES) {
            int endpoint = sys.memory().getInt(entry + PROC_ENDPOINT);
            pids.put(endpoint, sys.memory().getInt(entry + PROC_PID));
        }
        for (Service service : services.all()) {
            service.pid = pids.getOrDefault(service.endpoint.value(), 0);
        }
    }
}

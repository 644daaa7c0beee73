package ring3.components.servers.rs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ring3.components.servers.rs.Service.State;
import ring3.syslib.Endpoint;
import ring3.syslib.Syslib;

/// The services that RS looks after, by their labels.
final class Services {
    private final Syslib sys;
    private final Map<String, Service> byLabel = new LinkedHashMap<>();
    private final Map<String, Integer> labelAddresses = new LinkedHashMap<>();

    Services(Syslib sys) {
        this.sys = sys;
    }

    /// A new service. The bytes of a label are kept for ever, even when the service goes.
    Service add(ServiceConfig config, String label) {
        int address = labelAddresses.computeIfAbsent(label, this::store);
        Service service = new Service(config, label, address);
        byLabel.put(label, service);
        return service;
    }

    private int store(String label) {
        byte[] bytes = label.getBytes(StandardCharsets.ISO_8859_1);
        int address = sys.allocate(bytes.length);
        sys.memory().put(address, bytes, 0, bytes.length);
        return address;
    }

    void remove(Service service) {
        byLabel.remove(service.label);
    }

    /// All of them in the order in which they were added; the list may change meanwhile.
    List<Service> all() {
        return new ArrayList<>(byLabel.values());
    }

    @Nullable Service find(String label) {
        return byLabel.get(label);
    }

    /// The service whose process this is, or null.
    @Nullable Service find(Endpoint endpoint) {
        for (Service service : byLabel.values()) {
            if (service.endpoint.equals(endpoint)) {
                return service;
            }
        }
        return null;
    }

    boolean anyStarting() {
        return byLabel.values().stream().anyMatch(service -> service.state == State.STARTING);
    }
}

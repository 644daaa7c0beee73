package ring3.components.servers.rs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Devices;
import ring3.components.protocol.ServiceSetup;
import ring3.components.servers.rs.Images.Image;
import ring3.components.servers.rs.Service.State;
import ring3.syslib.Endpoint;
import ring3.syslib.Syslib;

/// The services that RS looks after, by their labels.
final class Services {
    /// The numbers below are those of the devices that MINIX knows.
    private static final int FIRST_FREE_MAJOR = 16;

    private final Syslib sys;
    private final Images images;
    private final Map<String, Service> byLabel = new LinkedHashMap<>();
    private final Map<String, Integer> labelAddresses = new LinkedHashMap<>();

    Services(Syslib sys, Images images) {
        this.sys = sys;
        this.images = images;
    }

    /// A new service of the boot table.
    Service add(ServiceConfig config, String label) {
        return add(config, label, images.find(config.executable()));
    }

    /// A new service. The bytes of a label are kept for ever, even when the service goes.
    Service add(ServiceConfig config, String label, @Nullable Image image) {
        int address = labelAddresses.computeIfAbsent(label, this::store);
        Service service = new Service(config, label, address, image);
        byLabel.put(label, service);
        return service;
    }

    private int store(String label) {
        byte[] bytes = label.getBytes(StandardCharsets.ISO_8859_1);
        int address = sys.allocate(bytes.length);
        sys.memory().put(address, bytes, 0, bytes.length);
        return address;
    }

    /// The service is gone for good, and with it the copy of its executable.
    void remove(Service service) {
        byLabel.remove(service.label);
        images.forget(service.image);
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

    /// A major number that no service drives, nor any driver of the boot table; 0 when there is
    /// none.
    int freeMajor() {
        for (int major = FIRST_FREE_MAJOR; major <= ServiceSetup.MAJOR_MAX; major++) {
            if (isFree(major)) {
                return major;
            }
        }
        return 0;
    }

    /// Whether a driver may have this major number.
    boolean isFree(int major) {
        return major != Devices.CTTY_MAJOR
                && BootTable.services().stream().noneMatch(row -> row.major() == major)
                && byLabel.values().stream().noneMatch(one -> one.config.major() == major);
    }

    boolean anyStarting() {
        return byLabel.values().stream().anyMatch(service -> service.state == State.STARTING);
    }
}

package ring3.components.lib.posix;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Rs;
import ring3.components.protocol.ServiceSetup;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Syslib;

/// The system services, as the reincarnation server keeps them. Those that return an `int` return
/// zero or more on success and a negative error number on failure.
public final class Services {
    private final Syslib sys;
    private final Areas areas;

    Services(Syslib sys, Areas areas) {
        this.sys = sys;
        this.areas = areas;
    }

    /// One service.
    ///
    /// @param incarnation 1 for the first, one more for each restart
    public record Service(
            String label, String endpoint, String pid, String incarnation, String state) {}

    @FunctionalInterface
    private interface OnLabel {
        Message request(int label, int length);
    }

    /// Starts the service that the table of RS has under the name `command`.
    public int up(String command, String label) {
        if (command.length() > Areas.PATH_MAX) {
            return Errno.ENAMETOOLONG.status();
        }
        int name = areas.path(1, command);
        int bytes = command.length();
        return on(label, (at, length) -> new Rs.RsUp(name, bytes, at, length, 0));
    }

    /// Starts a service from an executable, with what its privileges file says. Returns the major
    /// number that it drives, or 0.
    public int start(byte[] image, ServiceSetup setup) {
        int at = stored(image);
        int to = areas.allocate(ServiceSetup.BYTES_MAX);
        int bytes = setup.store(areas.memory(), to);
        return sys.call(Endpoint.RS, new Rs.RsStart(at, image.length, to, bytes));
    }

    /// Puts another program in the place of a service that runs; with a `setup` it may also do
    /// other things than before.
    public int update(String label, byte[] image, @Nullable ServiceSetup setup) {
        int at = stored(image);
        int to = areas.allocate(ServiceSetup.BYTES_MAX);
        int bytes = setup == null ? 0 : setup.store(areas.memory(), to);
        return on(
                label,
                (name, length) -> new Rs.RsUpdate(name, length, at, image.length, to, bytes));
    }

    private int stored(byte[] image) {
        int address = areas.allocate(image.length);
        areas.memory().put(address, image, 0, image.length);
        return address;
    }

    /// Starts a dead service again at once that would otherwise wait for its turn.
    public int restart(String label) {
        return on(label, Rs.RsRestart::new);
    }

    /// Ends a service for good.
    public int down(String label) {
        return on(label, Rs.RsDown::new);
    }

    /// Restarts a service that works.
    public int refresh(String label) {
        return on(label, Rs.RsRefresh::new);
    }

    /// All services in the order of the table.
    public Outcome<List<Service>> list() {
        int into = areas.transfer();
        int bytes = sys.call(Endpoint.RS, new Rs.RsServices(into, Areas.TRANSFER_BYTES));
        if (bytes < 0) {
            return Outcome.failure(bytes);
        }
        List<Service> services = new ArrayList<>();
        for (List<String> row : TextTable.rows(areas.text(into, bytes))) {
            if (row.size() >= 5) {
                services.add(
                        new Service(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)));
            }
        }
        return new Outcome.Success<>(services);
    }

    private int on(String label, OnLabel on) {
        if (label.length() > Areas.PATH_MAX) {
            return Errno.ENAMETOOLONG.status();
        }
        return sys.call(Endpoint.RS, on.request(areas.path(0, label), label.length()));
    }
}

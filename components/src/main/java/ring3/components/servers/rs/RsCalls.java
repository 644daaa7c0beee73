package ring3.components.servers.rs;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Rs;
import ring3.components.protocol.Rs.RsDown;
import ring3.components.protocol.Rs.RsLookup;
import ring3.components.protocol.Rs.RsRefresh;
import ring3.components.protocol.Rs.RsRestart;
import ring3.components.protocol.Rs.RsServices;
import ring3.components.protocol.Rs.RsStart;
import ring3.components.protocol.Rs.RsUp;
import ring3.components.protocol.Rs.RsUpdate;
import ring3.components.protocol.ServiceSetup;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// What the administrator asks of RS (minix: servers/rs/request.c). A call that returns null is
/// answered when the service has started.
final class RsCalls {
    private static final int BUFFER_BYTES = 4096;

    private final Syslib sys;
    private final Services services;
    private final Recovery recovery;
    private final Arrivals arrivals;
    private final int buffer;

    RsCalls(Syslib sys, Services services, Recovery recovery, Arrivals arrivals) {
        this.sys = sys;
        this.services = services;
        this.recovery = recovery;
        this.arrivals = arrivals;
        this.buffer = sys.allocate(BUFFER_BYTES);
    }

    /// The answer to a request. Services may look up, but not start or end each other.
    @Nullable Message answer(Endpoint caller, Message message) {
        return switch (message) {
            case RsLookup(int label, int length) -> lookup(text(caller, label, length));
            case RsServices(int address, int bytes) -> list(caller, address, bytes);
            case Rs request when services.find(caller) == null -> administer(caller, request);
            case Rs _ -> Result.of(Errno.EPERM);
            default -> Result.of(Errno.ENOSYS);
        };
    }

    private @Nullable Message administer(Endpoint caller, Rs message) {
        return switch (message) {
            case RsUp request -> up(caller, request);
            case RsStart request -> arrivals.start(caller, request);
            case RsDown(int label, int length) -> on(caller, label, length, this::down);
            case RsRefresh(int label, int length) ->
                    on(caller, label, length, service -> refresh(caller, service));
            case RsRestart(int label, int length) ->
                    on(caller, label, length, service -> restart(caller, service));
            case RsUpdate request ->
                    on(
                            caller,
                            request.label(),
                            request.labelLength(),
                            service -> arrivals.update(caller, service, request));
            default -> Result.of(Errno.EPERM);
        };
    }

    @FunctionalInterface
    private interface OnService {
        @Nullable Message use(Service service);
    }

    private @Nullable Message on(Endpoint caller, int label, int length, OnService call) {
        Service service = services.find(text(caller, label, length));
        return service == null ? Result.of(Errno.ESRCH) : call.use(service);
    }

    private Message lookup(String label) {
        Service service = services.find(label);
        return service == null || !service.isAlive()
                ? Result.of(Errno.ESRCH)
                : new Result(service.endpoint.value());
    }

    private @Nullable Message up(Endpoint caller, RsUp request) {
        String command = text(caller, request.command(), request.commandLength());
        String label = text(caller, request.label(), request.labelLength());
        if (command.isEmpty() || label.isEmpty()) {
            return Result.of(Errno.EINVAL);
        }
        ServiceConfig config = BootTable.find(command);
        if (config == null) {
            return Result.of(Errno.ENOENT);
        }
        if (services.find(label) != null) {
            return Result.of(Errno.EEXIST);
        }
        return arrivals.starting(caller, services.add(config, label));
    }

    private Message down(Service service) {
        Errno refused = refusal(service);
        if (refused != Errno.OK) {
            return Result.of(refused);
        }
        recovery.cleanUp(service);
        recovery.answerRequester(service, Errno.EINTR.status());
        services.remove(service);
        return Result.OK;
    }

    private @Nullable Message refresh(Endpoint caller, Service service) {
        Errno refused = refusal(service);
        if (refused != Errno.OK) {
            return Result.of(refused);
        }
        recovery.cleanUp(service);
        return startNext(caller, service);
    }

    private @Nullable Message restart(Endpoint caller, Service service) {
        return service.isAlive() ? Result.of(Errno.EBUSY) : startNext(caller, service);
    }

    private @Nullable Message startNext(Endpoint caller, Service service) {
        recovery.answerRequester(service, Errno.EINTR.status());
        service.requester = caller;
        recovery.restart(service);
        return null;
    }

    /// Why a service cannot be ended now: the system needs it, or it is being updated.
    private static Errno refusal(Service service) {
        if (service.isCore()) {
            return Errno.EPERM;
        }
        return service.update != null ? Errno.EBUSY : Errno.OK;
    }

    private Message list(Endpoint caller, int address, int bytes) {
        StringBuilder lines = new StringBuilder();
        for (Service service : services.all()) {
            lines.append(service.label).append(' ');
            lines.append(service.endpoint).append(' ');
            lines.append(service.pid).append(' ');
            lines.append(service.incarnation).append(' ');
            lines.append(service.state.name().toLowerCase(Locale.ROOT)).append('\n');
        }
        byte[] text = lines.toString().getBytes(StandardCharsets.ISO_8859_1);
        int length = Math.min(Math.min(text.length, BUFFER_BYTES), Math.max(bytes, 0));
        sys.memory().put(buffer, text, 0, length);
        int status = sys.copyTo(caller, address, buffer, length);
        return new Result(status < 0 ? status : length);
    }

    /// A name in the caller's memory; empty when it is too long or is not there.
    private String text(Endpoint caller, int address, int length) {
        if (length < 1
                || length > ServiceSetup.LABEL_MAX
                || sys.copyFrom(caller, address, buffer, length) < 0) {
            return "";
        }
        byte[] bytes = new byte[length];
        sys.memory().get(buffer, bytes, 0, length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

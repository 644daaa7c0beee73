package ring3.components.servers.rs;

import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Rs;
import ring3.components.protocol.Rs.RsStart;
import ring3.components.protocol.Rs.RsUpdate;
import ring3.components.protocol.ServiceSetup;
import ring3.components.servers.rs.Images.Image;
import ring3.components.servers.rs.Service.State;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// Programs and privileges that come from files. A user process has read them and hands them over
/// in its memory: if RS read them itself it would wait for VFS, and VFS perhaps for the disk driver
/// that RS is to replace.
final class Arrivals {
    private final Syslib sys;
    private final Services services;
    private final Images images;
    private final Launcher launcher;
    private final Recovery recovery;
    private final Updates updates;
    private final int buffer;

    Arrivals(
            Syslib sys,
            Services services,
            Images images,
            Launcher launcher,
            Recovery recovery,
            Updates updates) {
        this.sys = sys;
        this.services = services;
        this.images = images;
        this.launcher = launcher;
        this.recovery = recovery;
        this.updates = updates;
        this.buffer = sys.allocate(ServiceSetup.BYTES_MAX);
    }

    /// Starts a service from what `caller` has read; null when the answer has to wait until it
    /// works.
    @Nullable Message start(Endpoint caller, RsStart request) {
        ServiceSetup setup = setup(caller, request.setup(), request.setupBytes());
        if (setup == null) {
            return Result.of(Errno.EINVAL);
        }
        if (services.find(setup.label()) != null) {
            return Result.of(Errno.EEXIST);
        }
        boolean any = setup.major() == ServiceSetup.ANY_MAJOR;
        int major = any ? services.freeMajor() : setup.major();
        if (any ? major == 0 : major != 0 && !services.isFree(major)) {
            return Result.of(Errno.EBUSY);
        }
        return image(
                caller,
                request.image(),
                request.imageBytes(),
                image -> start(caller, ServiceConfig.of(setup, major), image));
    }

    private @Nullable Message start(Endpoint caller, ServiceConfig config, Image image) {
        Service service = services.add(config, config.label(), image);
        return starting(caller, service);
    }

    /// Starts a service that is new in the table, or takes it out again.
    @Nullable Message starting(Endpoint caller, Service service) {
        int status = launcher.start(service);
        if (status < 0) {
            recovery.cleanUp(service);
            services.remove(service);
            return new Result(status);
        }
        service.requester = caller;
        return null;
    }

    /// Begins to replace the program of a service; null when the answer has to wait for the end of
    /// that.
    @Nullable Message update(Endpoint caller, Service service, RsUpdate request) {
        if (service.isCore()) {
            return Result.of(Errno.EPERM);
        }
        if (service.state != State.RUNNING || service.update != null) {
            return Result.of(Errno.EBUSY);
        }
        ServiceConfig config = service.config;
        if (request.setupBytes() != 0) {
            ServiceSetup setup = setup(caller, request.setup(), request.setupBytes());
            if (setup == null) {
                return Result.of(Errno.EINVAL);
            }
            config = ServiceConfig.of(setup, config.major());
        }
        ServiceConfig next = config;
        return image(
                caller,
                request.image(),
                request.imageBytes(),
                image -> {
                    updates.begin(service, new Update(caller, next, image));
                    return null;
                });
    }

    /// What a caller says about a service; null unless it is there and sound.
    private @Nullable ServiceSetup setup(Endpoint caller, int address, int bytes) {
        if (bytes < 1
                || bytes > ServiceSetup.BYTES_MAX
                || sys.copyFrom(caller, address, buffer, bytes) < 0) {
            return null;
        }
        ServiceSetup setup = ServiceSetup.load(sys.memory(), buffer, bytes);
        return setup != null && setup.isSound() ? setup : null;
    }

    @FunctionalInterface
    private interface OnImage {
        @Nullable Message use(Image image);
    }

    private @Nullable Message image(Endpoint caller, int address, int bytes, OnImage then) {
        if (bytes < 1 || bytes > Rs.IMAGE_MAX) {
            return Result.of(bytes < 1 ? Errno.ENOEXEC : Errno.E2BIG);
        }
        Image image = images.make(bytes);
        if (image == null) {
            return Result.of(Errno.ENOMEM);
        }
        int status = sys.copyFrom(caller, address, image.address(), bytes);
        if (status < 0) {
            images.forget(image);
            return new Result(status);
        }
        return then.use(image);
    }
}

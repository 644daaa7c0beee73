package ring3.components.servers.vfs;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import ring3.components.protocol.Cdev;
import ring3.components.protocol.Cdev.CdevCancel;
import ring3.components.protocol.Cdev.CdevOpen;
import ring3.components.protocol.Cdev.CdevReply;
import ring3.components.protocol.Devices;
import ring3.components.protocol.Fcntl;
import ring3.components.servers.vfs.Drivers.Driver;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// Character devices (minix: servers/vfs/cdev.c). A driver may take for ever to answer, so any
/// number of requests may be with it, each under a number of its own.
final class CharacterDevices {
    private record Pending(Endpoint driver, IntConsumer next) {}

    private final Syslib sys;
    private final Drivers drivers;
    private final Loans loans;
    private final TreeMap<Integer, Pending> pending = new TreeMap<>();
    private int lastId;

    CharacterDevices(Syslib sys, Drivers drivers, Loans loans) {
        this.sys = sys;
        this.drivers = drivers;
        this.loans = loans;
    }

    Loans loans() {
        return loans;
    }

    // ---- Open devices

    /// Opens `device` for the caller. `/dev/tty` is whichever terminal controls its session.
    void open(Call call, int device, int flags, Consumer<Stream> opened) {
        int real = Devices.major(device) == Devices.CTTY_MAJOR ? terminal(call.proc()) : device;
        Driver driver = drivers.require(Devices.major(real));
        CharacterFile file = new CharacterFile(this, driver.endpoint(), real);
        int minor = Devices.minor(real);
        int access = access(flags);
        request(
                call,
                driver.endpoint(),
                minor,
                id -> new CdevOpen(minor, access, call.user(), id),
                status -> {
                    if (status < 0) {
                        throw new Refused(status);
                    }
                    if (Devices.major(real) == Devices.TTY_MAJOR && (flags & Fcntl.O_NOCTTY) == 0) {
                        call.proc().opensTerminal(real);
                    }
                    opened.accept(file);
                });
    }

    private static int terminal(Fproc proc) {
        if (!proc.hasTerminal()) {
            throw new Refused(Errno.ENXIO);
        }
        return proc.terminal();
    }

    private static int access(int flags) {
        int noTerminal = (flags & Fcntl.O_NOCTTY) == 0 ? 0 : Cdev.NOCTTY;
        return noTerminal
                | switch (flags & Fcntl.O_ACCMODE) {
                    case Fcntl.O_RDONLY -> Cdev.READ;
                    case Fcntl.O_WRONLY -> Cdev.WRITE;
                    default -> Cdev.READ | Cdev.WRITE;
                };
    }

    boolean isAlive(Endpoint driver, int device) {
        return drivers.isServedBy(Devices.major(device), driver);
    }

    /// Refuses with EIO when the driver that opened a device no longer serves it: the next one does
    /// not know of it, and what was typed or printed is lost, so the process must open it again.
    void requireAlive(Endpoint driver, int device) {
        if (!isAlive(driver, device)) {
            throw new Refused(Errno.EIO);
        }
    }

    // ---- Requests

    /// Asks a driver for something that `call` needs; a signal makes us cancel it.
    void request(
            Call call, Endpoint driver, int minor, IntFunction<Cdev> composer, IntConsumer next) {
        int id = send(driver, composer, status -> call.step(() -> next.accept(status)));
        call.waits(() -> sys.asynsend(driver, new CdevCancel(minor, id), AsyncMessage.NOREPLY));
    }

    /// Asks for something that nobody waits for.
    void tell(Endpoint driver, IntFunction<Cdev> composer) {
        send(driver, composer, _ -> {});
    }

    private int send(Endpoint driver, IntFunction<Cdev> composer, IntConsumer next) {
        int id = ++lastId;
        if (sys.asynsend(driver, composer.apply(id), AsyncMessage.NOREPLY) < 0) {
            throw new Refused(Errno.EIO);
        }
        pending.put(id, new Pending(driver, next));
        return id;
    }

    /// A driver answers. Only the one that was asked can.
    void answered(Endpoint source, CdevReply reply) {
        Pending request = pending.get(reply.id());
        if (request != null && request.driver().equals(source)) {
            pending.remove(reply.id());
            request.next().accept(reply.status());
        }
    }

    /// A process is gone; if it was a driver, what it was asked fails with EIO.
    void driverGone(Endpoint driver) {
        for (int id : List.copyOf(pending.keySet())) {
            answered(driver, new CdevReply(Errno.EIO.status(), id));
        }
    }
}

package ring3.components.servers.vfs;

import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import ring3.components.protocol.Bdev;
import ring3.components.protocol.Bdev.BdevOpen;
import ring3.components.protocol.Devices;
import ring3.components.servers.vfs.Drivers.Driver;
import ring3.syslib.Endpoint;
import ring3.syslib.Message;
import ring3.syslib.Syslib;

/// Block devices that processes open directly (minix: servers/vfs/bdev.c). File servers talk to
/// their drivers themselves.
final class BlockDevices {
    private final Syslib sys;
    private final Drivers drivers;
    private final Loans loans;
    private final TreeMap<Integer, Channel> channels = new TreeMap<>();

    BlockDevices(Syslib sys, Drivers drivers, Loans loans) {
        this.sys = sys;
        this.drivers = drivers;
        this.loans = loans;
    }

    Loans loans() {
        return loans;
    }

    /// Opens `device` for the caller.
    void open(Call call, int device, Consumer<Stream> opened) {
        int minor = Devices.minor(device);
        ask(
                call,
                Devices.major(device),
                _ -> new BdevOpen(minor, Bdev.READ | Bdev.WRITE),
                status -> {
                    if (status < 0) {
                        throw new Refused(status);
                    }
                    opened.accept(new BlockFile(this, device));
                });
    }

    /// The driver of `major` as it is now, or ENXIO.
    Endpoint driver(int major) {
        return drivers.require(major).endpoint();
    }

    /// Asks the driver of `major`; `next` gets the status of its answer.
    void ask(Call call, int major, IntFunction<Message> composer, IntConsumer next) {
        channel(driver(major)).request(call, composer, reply -> next.accept(status(reply)));
    }

    /// Tells the driver of `major`, if there is one, what nobody waits for.
    void tell(int major, Bdev message) {
        Driver driver = drivers.find(major);
        if (driver != null) {
            channel(driver.endpoint()).tell(_ -> message);
        }
    }

    private Channel channel(Endpoint driver) {
        return channels.computeIfAbsent(driver.value(), _ -> new Channel(sys, driver));
    }

    private static int status(Message reply) {
        return reply instanceof Bdev.BdevReply answer ? answer.status() : reply.type();
    }

    /// A driver answers. It does one thing at a time, so it can only be what it was asked last.
    void answered(Endpoint source, Bdev.BdevReply reply) {
        Channel channel = channels.get(source.value());
        if (channel != null) {
            channel.answered(reply);
        }
    }

    /// A process is gone; if it was a driver, what it was asked fails with EIO.
    void driverGone(Endpoint driver) {
        Channel channel = channels.remove(driver.value());
        if (channel != null) {
            channel.die();
        }
    }
}

package ring3.components.servers.vfs;

import java.util.function.IntConsumer;
import ring3.components.protocol.Bdev;
import ring3.components.protocol.Bdev.BdevClose;
import ring3.components.protocol.Bdev.BdevIoctl;
import ring3.components.protocol.Bdev.BdevOpen;
import ring3.components.protocol.Bdev.BdevRead;
import ring3.components.protocol.Bdev.BdevWrite;
import ring3.components.protocol.Devices;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;

/// An open block device, read and written without a cache: positions and counts must be multiples
/// of what its driver can move. It outlives its driver: the next one says ERESTART to a minor that
/// nobody has opened since, and is asked to open it.
final class BlockFile implements Stream {
    private static final int TRIES = 5;
    private static final int SIZE_BYTES = 8;

    /// A piece of the caller's memory, and what the driver shall do with it.
    private record Work(int address, int bytes, int access, Composer composer) {}

    private interface Composer {
        Bdev of(int grant, int id);
    }

    private final BlockDevices devices;
    private final int major;
    private final int minor;

    BlockFile(BlockDevices devices, int device) {
        this.devices = devices;
        this.major = Devices.major(device);
        this.minor = Devices.minor(device);
    }

    @Override
    public void read(Call call, Filp filp, int address, int bytes) {
        Composer composer =
                (grant, id) -> new BdevRead(minor, filp.position(), bytes, grant, 0, id);
        Work work = new Work(address, bytes, GrantTable.WRITE, composer);
        attempt(call, work, TRIES, moved -> advance(call, filp, moved));
    }

    @Override
    public void write(Call call, Filp filp, int address, int bytes) {
        Composer composer =
                (grant, id) -> new BdevWrite(minor, filp.position(), bytes, grant, 0, id);
        Work work = new Work(address, bytes, GrantTable.READ, composer);
        attempt(call, work, TRIES, moved -> advance(call, filp, moved));
    }

    @Override
    public void control(Call call, int request, int address) {
        Composer composer = (grant, _) -> new BdevIoctl(minor, request, grant);
        attempt(call, new Work(address, SIZE_BYTES, GrantTable.WRITE, composer), TRIES, call::done);
    }

    private static void advance(Call call, Filp filp, int moved) {
        if (moved > 0) {
            filp.moveTo(filp.position() + moved);
        }
        call.done(moved);
    }

    private void attempt(Call call, Work work, int triesLeft, IntConsumer next) {
        int grant =
                devices.loans()
                        .ofUser(
                                call,
                                devices.driver(major),
                                work.address(),
                                work.bytes(),
                                work.access());
        devices.ask(
                call,
                major,
                id -> work.composer().of(grant, id),
                status -> {
                    if (status != Errno.ERESTART.status()) {
                        next.accept(status);
                    } else {
                        openAgain(call, work, triesLeft - 1, next);
                    }
                });
    }

    private void openAgain(Call call, Work work, int triesLeft, IntConsumer next) {
        if (triesLeft == 0) {
            throw new Refused(Errno.EIO);
        }
        devices.ask(
                call,
                major,
                _ -> new BdevOpen(minor, Bdev.READ | Bdev.WRITE),
                _ -> attempt(call, work, triesLeft, next));
    }

    @Override
    public boolean seekable() {
        return true;
    }

    @Override
    public void close() {
        devices.tell(major, new BdevClose(minor));
    }
}

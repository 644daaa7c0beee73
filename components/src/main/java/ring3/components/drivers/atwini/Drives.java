package ring3.components.drivers.atwini;

import static ring3.components.drivers.atwini.Registers.SECTOR_BYTES;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.BlockDriver;
import ring3.components.lib.BlockDriver.Transfer;
import ring3.components.protocol.Devices;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// The minor devices: 0 is the whole of drive 0, 5 the whole of drive 1. Partitions are not served.
final class Drives implements BlockDriver.Device {
    private static final int COUNT = 2;

    private final Syslib sys;
    private final Controller controller;
    private final Dma dma;
    private final int identity;
    private final @Nullable Drive[] known = new @Nullable Drive[COUNT];

    Drives(Syslib sys, Controller controller, Dma dma) {
        this.sys = sys;
        this.controller = controller;
        this.dma = dma;
        identity = sys.allocate(SECTOR_BYTES);
    }

    /// A drive is asked what it is when it is first opened, and again as long as there was none.
    @Override
    public int open(int minor, int access) {
        int number = minor / Devices.MINORS_PER_DRIVE;
        boolean wholeDrive = minor % Devices.MINORS_PER_DRIVE == 0;
        if (minor < 0 || !wholeDrive || number >= COUNT) {
            return Errno.ENXIO.status();
        }
        if (known[number] == null) {
            known[number] = Drive.identify(sys, controller, number, identity);
        }
        return known[number] == null ? Errno.ENXIO.status() : 0;
    }

    @Override
    public int transfer(Transfer transfer) {
        if (transfer.position() % SECTOR_BYTES != 0 || transfer.count() % SECTOR_BYTES != 0) {
            return Errno.EINVAL.status();
        }
        Drive drive = drive(transfer.minor());
        long bytesLeft = Math.max(0, drive.sizeBytes() - transfer.position());
        int bytes = (int) Math.min(transfer.count(), bytesLeft);
        return new SectorMover(sys, controller, dma, drive, transfer).move(bytes);
    }

    @Override
    public long sizeBytes(int minor) {
        return drive(minor).sizeBytes();
    }

    /// The drive behind a minor device that was opened: only one that answered can be.
    private Drive drive(int minor) {
        return Objects.requireNonNull(known[minor / Devices.MINORS_PER_DRIVE]);
    }
}

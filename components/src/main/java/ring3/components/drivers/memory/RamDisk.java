package ring3.components.drivers.memory;

import ring3.components.lib.BlockDriver;
import ring3.components.lib.BlockDriver.Transfer;
import ring3.components.protocol.Devices;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// A disk in the driver's own memory, all zeros at first; it lives as long as the driver does.
final class RamDisk implements BlockDriver.Device {
    /// 1 MiB.
    static final int SIZE_BYTES = 1 << 20;

    private final Syslib sys;
    private final int start;

    /// A disk whose bytes are at `start`.
    RamDisk(Syslib sys, int start) {
        this.sys = sys;
        this.start = start;
    }

    @Override
    public int open(int minor, int access) {
        return minor == Devices.RAM_MINOR ? 0 : Errno.ENXIO.status();
    }

    @Override
    public int transfer(Transfer transfer) {
        long bytesLeft = Math.max(0, SIZE_BYTES - transfer.position());
        int bytes = (int) Math.min(transfer.count(), bytesLeft);
        if (bytes == 0) {
            return 0;
        }
        int address = start + (int) transfer.position();
        int status =
                transfer.toDevice()
                        ? sys.safeCopyFrom(transfer.client(), transfer.grant(), 0, address, bytes)
                        : sys.safeCopyTo(transfer.client(), transfer.grant(), 0, address, bytes);
        return status < 0 ? status : bytes;
    }

    @Override
    public long sizeBytes(int minor) {
        return SIZE_BYTES;
    }
}

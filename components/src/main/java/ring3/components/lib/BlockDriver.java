package ring3.components.lib;

import java.util.List;
import java.util.TreeSet;
import ring3.components.protocol.Bdev;
import ring3.components.protocol.Bdev.BdevClose;
import ring3.components.protocol.Bdev.BdevIoctl;
import ring3.components.protocol.Bdev.BdevOpen;
import ring3.components.protocol.Bdev.BdevRead;
import ring3.components.protocol.Bdev.BdevReply;
import ring3.components.protocol.Bdev.BdevWrite;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Syslib;

/// What all block drivers have in common: they speak the block protocol, and differ in the device
/// alone (minix: lib/libblockdriver).
///
/// A driver that was restarted has forgotten who had opened what. It answers requests to a minor
/// device that nobody opened since with ERESTART, and the file server opens it again.
public final class BlockDriver {
    private static final int SIZE_BYTES = 8;

    /// The device behind a block driver. What a method returns is what the client gets: zero or
    /// more, or a negative error number.
    public interface Device {
        /// Makes `minor` ready for use; ENXIO when there is no such device.
        int open(int minor, int access);

        /// Moves bytes between the device and the client; the result is how many. A transfer that
        /// begins at the end of the device or behind it moves none.
        int transfer(Transfer transfer);

        /// How many bytes `minor` holds.
        long sizeBytes(int minor);
    }

    /// What to move. The client has granted us access to its buffer, nothing else of it.
    ///
    /// @param toDevice whether to write the device, else it is read
    /// @param position where on the device to begin, in bytes
    /// @param count how many bytes to move
    /// @param client who made the grant
    /// @param grant its buffer
    public record Transfer(
            boolean toDevice, int minor, long position, int count, Endpoint client, int grant) {}

    private final Syslib sys;
    private final Device device;
    private final TreeSet<Integer> opened = new TreeSet<>();
    private int sizeBuffer;

    /// The protocol in front of `device`.
    public BlockDriver(Syslib sys, Device device) {
        this.sys = sys;
        this.device = device;
    }

    /// Tells the data store that the driver called `label` is up, so that file servers whose
    /// requests were lost with its predecessor repeat them.
    public static int announce(Syslib sys, String label) {
        return new DataStore(sys).publish("drv.blk." + label, DataStore.DRIVER_UP);
    }

    /// The minor devices that were opened: what a program that takes over has to know.
    public List<Integer> opened() {
        return List.copyOf(opened);
    }

    /// Takes over the minor devices that a former program of the service had opened.
    public void takeOver(List<Integer> minors) {
        opened.addAll(minors);
    }

    /// Does what `client` asks and answers it.
    public void handle(Endpoint client, Bdev request) {
        switch (request) {
            case BdevOpen(int minor, int access) -> reply(client, open(minor, access), 0);
            case BdevClose(int minor) -> reply(client, ready(minor), 0);
            case BdevRead(int minor, long position, int count, int grant, _, int id) ->
                    reply(client, move(false, minor, position, count, client, grant), id);
            case BdevWrite(int minor, long position, int count, int grant, _, int id) ->
                    reply(client, move(true, minor, position, count, client, grant), id);
            case BdevIoctl(int minor, int what, int grant) ->
                    reply(client, ioctl(minor, what, client, grant), 0);
            case BdevReply _ -> {} // An answer is not answered.
        }
    }

    private int open(int minor, int access) {
        int status = device.open(minor, access);
        if (status >= 0) {
            opened.add(minor);
        }
        return status;
    }

    private int ready(int minor) {
        return opened.contains(minor) ? 0 : Errno.ERESTART.status();
    }

    private int move(
            boolean toDevice, int minor, long position, int count, Endpoint client, int grant) {
        int status = ready(minor);
        if (status < 0) {
            return status;
        }
        if (position < 0 || count < 0) {
            return Errno.EINVAL.status();
        }
        return device.transfer(new Transfer(toDevice, minor, position, count, client, grant));
    }

    private int ioctl(int minor, int what, Endpoint client, int grant) {
        int status = ready(minor);
        if (status < 0) {
            return status;
        }
        if (what != Bdev.GET_SIZE) {
            return Errno.ENOTTY.status();
        }
        if (sizeBuffer == 0) {
            sizeBuffer = sys.allocate(SIZE_BYTES);
        }
        sys.memory().putLong(sizeBuffer, device.sizeBytes(minor));
        return sys.safeCopyTo(client, grant, 0, sizeBuffer, SIZE_BYTES);
    }

    private void reply(Endpoint client, int status, int id) {
        Message reply = new BdevReply(status, id);
        if (sys.reply(client, reply) == Errno.ENOTREADY.status()) {
            sys.asynsend(client, reply, AsyncMessage.NOREPLY);
        }
    }
}

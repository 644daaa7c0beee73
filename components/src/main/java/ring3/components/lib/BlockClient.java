package ring3.components.lib;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Bdev;
import ring3.components.protocol.Bdev.BdevClose;
import ring3.components.protocol.Bdev.BdevIoctl;
import ring3.components.protocol.Bdev.BdevOpen;
import ring3.components.protocol.Bdev.BdevRead;
import ring3.components.protocol.Bdev.BdevReply;
import ring3.components.protocol.Bdev.BdevWrite;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// A block device as a file server sees it (minix: lib/libbdev). Reading and writing a block twice
/// does the same as doing it once, so when the driver dies in the middle of a request, this class
/// waits for the next incarnation and repeats it: whoever asked notices nothing but the delay.
///
/// Results are zero or more, or a negative error number.
public final class BlockClient {
    /// Where to ask which process bears a label now; null when none does. Usually the data store.
    public interface Labels {
        /// The endpoint of the process with that label, or null.
        @Nullable Endpoint find(String label);
    }

    private interface Request {
        Bdev with(int grant);
    }

    /// Five seconds in all: a driver that is not back by then is not coming back soon.
    private static final int LOOKUPS_MAX = 100;

    private static final int LOOKUP_TICKS = 3;

    /// How often one request is repeated before it fails: a driver that dies of the request itself
    /// must not take its client along.
    private static final int TRIES_MAX = 10;

    private static final int NO_MEMORY = 0;
    private static final int SIZE_BYTES = 8;

    private final Syslib sys;
    private final Labels labels;
    private final TreeMap<Integer, Integer> openMinors = new TreeMap<>();
    private final int sizeAddress;
    private String label = "";
    private @Nullable Endpoint driver;

    /// A client that has no driver before [#newDriver(String)] names one.
    public BlockClient(Syslib sys, Labels labels) {
        this.sys = sys;
        this.labels = labels;
        this.sizeAddress = sys.allocate(SIZE_BYTES);
    }

    /// Opens a minor device; access is [Bdev#READ], [Bdev#WRITE] or both. It is opened again for
    /// every new incarnation of the driver.
    public int open(int minor, int access) {
        int status = ask(grant -> new BdevOpen(minor, access));
        if (status >= 0) {
            openMinors.put(minor, access);
        }
        return status;
    }

    /// Closes it.
    public int close(int minor) {
        openMinors.remove(minor);
        return ask(grant -> new BdevClose(minor));
    }

    /// Reads `count` bytes from byte `pos` of the device to `address` of our memory. The result is
    /// `count` or an error: a transfer that ends early counts as EIO.
    public int read(int minor, long pos, int count, int address) {
        Request request = grant -> new BdevRead(minor, pos, count, grant, 0, minor);
        return whole(count, ask(address, count, GrantTable.WRITE, request));
    }

    /// Writes `count` bytes at `address` of our memory to byte `pos` of the device. The result is
    /// `count` or an error.
    public int write(int minor, long pos, int count, int address) {
        Request request = grant -> new BdevWrite(minor, pos, count, grant, 0, minor);
        return whole(count, ask(address, count, GrantTable.READ, request));
    }

    /// The size of a minor device in bytes.
    public long size(int minor) {
        Request request = grant -> new BdevIoctl(minor, Bdev.GET_SIZE, grant);
        int status = ask(sizeAddress, SIZE_BYTES, GrantTable.WRITE, request);
        return status < 0 ? status : sys.memory().getLong(sizeAddress);
    }

    /// The driver with this label, or another incarnation of it, serves the device from now on. One
    /// that cannot be found yet is looked for at the next request.
    public void newDriver(String newLabel) {
        if (!newLabel.equals(label)) {
            label = newLabel;
            driver = null;
            return;
        }
        Endpoint found = labels.find(label);
        if (found != null && !found.equals(driver)) {
            driver = found;
            openAgain(found);
        }
    }

    private static int whole(int count, int status) {
        return status < 0 || status == count ? status : Errno.EIO.status();
    }

    private int ask(Request request) {
        return ask(NO_MEMORY, 0, 0, request);
    }

    private int ask(int address, int bytes, int access, Request request) {
        for (int i = 0; i < TRIES_MAX; i++) {
            Endpoint current = driver == null ? findAnother() : driver;
            if (current == null) {
                break;
            }
            int status = once(current, address, bytes, access, request);
            if (status == Errno.EDEADSRCDST.status()) {
                if (findAnother() == null) {
                    break;
                }
            } else if (status == Errno.ERESTART.status()) {
                sleep(1);
                openAgain(current);
            } else {
                return status;
            }
        }
        return Errno.EIO.status();
    }

    private int once(Endpoint to, int address, int bytes, int access, Request request) {
        if (bytes == 0) {
            return statusOf(sys.sendrec(to, request.with(GrantTable.INVALID)));
        }
        int grant = sys.grants().direct(to, address, bytes, access);
        int status = statusOf(sys.sendrec(to, request.with(grant)));
        sys.grants().revoke(grant);
        return status;
    }

    /// A plain [Result] comes from the kernel: the driver was not there to answer.
    private static int statusOf(Message reply) {
        return switch (reply) {
            case BdevReply(int status, _) -> status;
            case Result(int status) when status < 0 -> Errno.EDEADSRCDST.status();
            default -> Errno.EIO.status();
        };
    }

    /// Waits until the label belongs to another process than the one that was lost, and that one
    /// answers; null when it takes too long.
    private @Nullable Endpoint findAnother() {
        Endpoint lost = driver;
        for (int i = 0; i < LOOKUPS_MAX; i++) {
            Endpoint found = labels.find(label);
            if (found != null && !found.equals(lost)) {
                driver = found;
                if (openAgain(found)) {
                    return found;
                }
                lost = found;
            }
            sleep(LOOKUP_TICKS);
        }
        return null;
    }

    private boolean openAgain(Endpoint found) {
        for (Map.Entry<Integer, Integer> minor : openMinors.entrySet()) {
            BdevOpen open = new BdevOpen(minor.getKey(), minor.getValue());
            if (statusOf(sys.sendrec(found, open)) < 0) {
                return false;
            }
        }
        return true;
    }

    private void sleep(int ticks) {
        sys.setAlarm(ticks);
        sys.receive(Endpoint.CLOCK);
    }
}

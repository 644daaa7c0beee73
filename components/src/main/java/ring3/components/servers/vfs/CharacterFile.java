package ring3.components.servers.vfs;

import ring3.components.protocol.Cdev;
import ring3.components.protocol.Cdev.CdevClose;
import ring3.components.protocol.Cdev.CdevIoctl;
import ring3.components.protocol.Cdev.CdevRead;
import ring3.components.protocol.Cdev.CdevWrite;
import ring3.components.protocol.Devices;
import ring3.components.protocol.Fcntl;
import ring3.syslib.Endpoint;
import ring3.syslib.GrantTable;

/// An open character device. It belongs to the incarnation of the driver that opened it.
final class CharacterFile implements Stream {
    /// The longest argument of a control request in bytes.
    private static final int ARGUMENT_BYTES = 64;

    private final CharacterDevices devices;
    private final Endpoint driver;
    private final int device;
    private final int minor;

    CharacterFile(CharacterDevices devices, Endpoint driver, int device) {
        this.devices = devices;
        this.driver = driver;
        this.device = device;
        this.minor = Devices.minor(device);
    }

    @Override
    public void read(Call call, Filp filp, int address, int bytes) {
        int grant = grant(call, address, bytes, GrantTable.WRITE);
        Endpoint user = call.user();
        devices.request(
                call,
                driver,
                minor,
                id -> new CdevRead(minor, 0, grant, bytes, user, id, flags(filp)),
                call::done);
    }

    @Override
    public void write(Call call, Filp filp, int address, int bytes) {
        int grant = grant(call, address, bytes, GrantTable.READ);
        Endpoint user = call.user();
        devices.request(
                call,
                driver,
                minor,
                id -> new CdevWrite(minor, 0, grant, bytes, user, id, flags(filp)),
                call::done);
    }

    @Override
    public void control(Call call, int request, int address) {
        int access = GrantTable.READ | GrantTable.WRITE;
        int grant = grant(call, address, ARGUMENT_BYTES, access);
        Endpoint user = call.user();
        devices.request(
                call,
                driver,
                minor,
                id -> new CdevIoctl(minor, request, grant, user, id, 0),
                call::done);
    }

    private int grant(Call call, int address, int bytes, int access) {
        devices.requireAlive(driver, device);
        return devices.loans().ofUser(call, driver, address, bytes, access);
    }

    private static int flags(Filp filp) {
        return filp.has(Fcntl.O_NONBLOCK) ? Cdev.NONBLOCK : 0;
    }

    @Override
    public void close() {
        if (devices.isAlive(driver, device)) {
            devices.tell(driver, id -> new CdevClose(minor, id));
        }
    }
}

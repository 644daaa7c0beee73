package ring3.components.servers.vfs;

import ring3.components.protocol.Bdev.BdevReply;
import ring3.components.protocol.Cdev.CdevReply;
import ring3.components.protocol.FsReply;
import ring3.components.protocol.Vfs.VfsMapdriver;
import ring3.components.servers.vfs.Drivers.Driver;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;

/// Everybody whom the virtual file system asks for things: their answers, their deaths and their
/// successors.
final class Partners {
    private final MountTable mounts;
    private final Drivers drivers;
    private final CharacterDevices characterDevices;
    private final BlockDevices blockDevices;
    private final SyncCalls syncCalls;
    private final Loans loans;

    Partners(
            MountTable mounts,
            Drivers drivers,
            CharacterDevices characterDevices,
            BlockDevices blockDevices,
            SyncCalls syncCalls,
            Loans loans) {
        this.mounts = mounts;
        this.drivers = drivers;
        this.characterDevices = characterDevices;
        this.blockDevices = blockDevices;
        this.syncCalls = syncCalls;
        this.loans = loans;
    }

    /// Takes an answer. False when `message` is none.
    boolean answered(Endpoint source, Message message) {
        switch (message) {
            case FsReply reply -> mounts.answered(source, reply);
            case CdevReply reply -> characterDevices.answered(source, reply);
            case BdevReply reply -> blockDevices.answered(source, reply);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// A process has ended. What it was asked fails now: nobody else will tell us, because a
    /// message that was taken has no way to come back.
    void gone(Endpoint endpoint) {
        drivers.driverGone(endpoint);
        characterDevices.driverGone(endpoint);
        blockDevices.driverGone(endpoint);
        mounts.serverGone(endpoint);
    }

    /// MAPDRIVER, in the name of the reincarnation server: a driver has started.
    void mapDriver(Call call, VfsMapdriver request) {
        int major = request.major();
        if (!Drivers.isMajor(major)) {
            throw new Refused(Errno.EINVAL);
        }
        String label = loans.path(call, request.label(), request.length());
        Driver former = drivers.find(major);
        if (former != null && !former.endpoint().equals(request.driver())) {
            gone(former.endpoint());
        }
        drivers.map(major, new Driver(label, request.driver()));
        syncCalls.newDriver(call.proc(), major, label);
        call.done(0);
    }
}

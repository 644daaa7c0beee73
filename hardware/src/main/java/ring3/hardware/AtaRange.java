package ring3.hardware;

/// The sectors that a command names: where on the disk it is and how many are left.
final class AtaRange {
    private static final int ERROR_ID_NOT_FOUND = 0x10;

    private final AtaChannel channel;
    private final AtaTaskFile task;
    private final AtaDrive drive;
    private long sector;
    private int left;

    AtaRange(AtaChannel channel, AtaTaskFile task, AtaDrive drive) {
        this.channel = channel;
        this.task = task;
        this.drive = drive;
        sector = task.address(drive);
        left = task.count();
    }

    long sector() {
        return sector;
    }

    boolean isDone() {
        return left == 0;
    }

    /// On to the next sector. After the last, the registers stay at it.
    void advance() {
        left--;
        if (left > 0) {
            sector++;
        }
        task.progress(drive, sector, left);
    }

    /// Whether the drive has the sector. If not, that ends the command; the sectors before it have
    /// been transferred.
    boolean exists() {
        boolean exists = drive.holds(sector);
        if (!exists) {
            channel.fail(ERROR_ID_NOT_FOUND);
        }
        return exists;
    }
}

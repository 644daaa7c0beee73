package ring3.hardware;

/// One READ, WRITE or VERIFY SECTORS command under way: where it is on the disk and how many
/// sectors are left. It asks the [AtaChannel] for time and for the host's attention.
final class AtaTransfer {
    private static final int ERROR_ID_NOT_FOUND = 0x10;

    private final AtaChannel channel;
    private final AtaTaskFile task;
    private final AtaDrive drive;
    private long sector;
    private int left;

    AtaTransfer(AtaChannel channel, AtaTaskFile task, AtaDrive drive) {
        this.channel = channel;
        this.task = task;
        this.drive = drive;
        sector = task.address(drive);
        left = task.count();
    }

    /// READ: each sector is fetched, then offered with an interrupt; after the last the host has
    /// taken there is none.
    void read() {
        if (exists()) {
            channel.work(drive.seekToRead(sector), this::fetched);
        }
    }

    private void fetched() {
        drive.read(sector, channel.buffer());
        channel.countRead();
        channel.offerData(this::taken);
    }

    private void taken() {
        advance();
        if (left == 0) {
            channel.ready();
        } else {
            read();
        }
    }

    /// WRITE: the buffer is offered for the first sector without an interrupt; each sector on the
    /// disk is told by one, which also asks for the next.
    void write() {
        if (exists()) {
            channel.acceptData(this::given);
        }
    }

    private void given() {
        channel.work(drive.seekToWrite(sector), this::stored);
    }

    private void stored() {
        drive.write(sector, channel.buffer());
        channel.countWritten();
        advance();
        if (left == 0) {
            channel.done();
        } else if (exists()) {
            channel.acceptData(this::given);
            channel.interrupt();
        }
    }

    /// VERIFY: the drive reads all the sectors for itself and interrupts once.
    void verify() {
        if (left == 0) {
            channel.done();
        } else if (exists()) {
            channel.work(drive.seekToRead(sector), this::verified);
        }
    }

    private void verified() {
        advance();
        verify();
    }

    private void advance() {
        left--;
        if (left > 0) {
            sector++;
        }
        task.progress(drive, sector, left);
    }

    /// A sector that is not there ends the command; those before it have been transferred.
    private boolean exists() {
        boolean exists = drive.holds(sector);
        if (!exists) {
            channel.fail(ERROR_ID_NOT_FOUND);
        }
        return exists;
    }
}

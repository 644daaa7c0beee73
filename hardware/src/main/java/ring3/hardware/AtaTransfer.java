package ring3.hardware;

/// One READ, WRITE or VERIFY SECTORS command under way. It asks the [AtaChannel] for time and for
/// the host's attention.
final class AtaTransfer {
    private final AtaChannel channel;
    private final AtaRange range;
    private final AtaDrive drive;

    AtaTransfer(AtaChannel channel, AtaRange range, AtaDrive drive) {
        this.channel = channel;
        this.range = range;
        this.drive = drive;
    }

    /// READ: each sector is fetched, then offered with an interrupt; after the last the host has
    /// taken there is none.
    void read() {
        if (range.exists()) {
            channel.work(drive.seekToRead(range.sector()), this::fetched);
        }
    }

    private void fetched() {
        drive.read(range.sector(), channel.buffer());
        channel.countRead();
        channel.offerData(this::taken);
    }

    private void taken() {
        range.advance();
        if (range.isDone()) {
            channel.ready();
        } else {
            read();
        }
    }

    /// WRITE: the buffer is offered for the first sector without an interrupt; each sector on the
    /// disk is told by one, which also asks for the next.
    void write() {
        if (range.exists()) {
            channel.acceptData(this::given);
        }
    }

    private void given() {
        channel.work(drive.seekToWrite(range.sector()), this::stored);
    }

    private void stored() {
        drive.write(range.sector(), channel.buffer());
        channel.countWritten();
        range.advance();
        if (range.isDone()) {
            channel.done();
        } else if (range.exists()) {
            channel.acceptData(this::given);
            channel.interrupt();
        }
    }

    /// VERIFY: the drive reads all the sectors for itself and interrupts once.
    void verify() {
        if (range.isDone()) {
            channel.done();
        } else if (range.exists()) {
            channel.work(drive.seekToRead(range.sector()), this::verified);
        }
    }

    private void verified() {
        range.advance();
        verify();
    }
}

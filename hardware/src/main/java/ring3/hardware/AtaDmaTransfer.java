package ring3.hardware;

import java.nio.ByteBuffer;

/// One READ or WRITE DMA command under way. The sectors go through the [AtaBusMaster], with one
/// interrupt when all are done.
///
/// When the bus master is not running, or has come to the end of its table too early, the drive
/// waits, as a real one does: for a start, a reset or another command. When a transfer is aborted a
/// real drive waits as well until its driver loses patience; this one ends the command with an
/// error, so that the cause is seen at once.
final class AtaDmaTransfer {
    private final AtaChannel channel;
    private final AtaRange range;
    private final AtaDrive drive;
    private final AtaBusMaster busMaster;
    private final ByteBuffer sector;

    AtaDmaTransfer(AtaChannel channel, AtaRange range, AtaDrive drive, AtaBusMaster busMaster) {
        this.channel = channel;
        this.range = range;
        this.drive = drive;
        this.busMaster = busMaster;
        sector = ByteBuffer.wrap(channel.buffer());
    }

    /// READ DMA: each sector goes to memory as soon as it is fetched.
    void read() {
        if (range.exists()) {
            channel.work(drive.seekToRead(range.sector()), this::fetched);
        }
    }

    private void fetched() {
        drive.read(range.sector(), channel.buffer());
        channel.countRead();
        sector.clear();
        give();
    }

    private void give() {
        if (moved(true, this::give)) {
            range.advance();
            goOn(this::read);
        }
    }

    /// WRITE DMA: each sector is fetched from memory, then the heads go there.
    void write() {
        if (range.exists()) {
            sector.clear();
            take();
        }
    }

    private void take() {
        if (moved(false, this::take)) {
            channel.work(drive.seekToWrite(range.sector()), this::stored);
        }
    }

    private void stored() {
        drive.write(range.sector(), channel.buffer());
        channel.countWritten();
        range.advance();
        goOn(this::write);
    }

    private void goOn(Runnable next) {
        if (range.isDone()) {
            channel.done();
        } else {
            next.run();
        }
    }

    /// Whether the whole sector has been moved. Otherwise the command has ended with an error, or
    /// the drive tries `again` when the bus master starts.
    private boolean moved(boolean toMemory, Runnable again) {
        if (!busMaster.move(sector, toMemory)) {
            channel.fail(AtaChannel.ERROR_ABORTED);
            return false;
        }
        if (sector.hasRemaining()) {
            channel.awaitBusMaster(again);
            return false;
        }
        return true;
    }
}

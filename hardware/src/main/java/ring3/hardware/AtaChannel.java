package ring3.hardware;

import org.jspecify.annotations.Nullable;

/// What the two drives on a cable share: the sector buffer behind the data port, the state of the
/// command under way, and the interrupt.
final class AtaChannel {
    static final int STATUS_BUSY = 0x80;
    static final int STATUS_READY = 0x50; // DRDY, and the seek complete bit of old.
    static final int STATUS_DATA_REQUEST = 0x08;
    static final int STATUS_ERROR = 0x01;
    static final int ERROR_ABORTED = 0x04;

    private enum Phase {
        READY,
        BUSY,
        DATA_IN,
        DATA_OUT,
        DMA
    }

    private final VirtualClock clock;
    private final InterruptLine line;
    private final AtaTaskFile task;
    private final byte[] buffer = new byte[DiskImage.SECTOR_BYTES];

    private Phase phase = Phase.READY;
    private boolean failed;
    private int position;
    private Runnable afterData = this::ready;
    private @Nullable Timer work;
    private boolean interrupting;
    private boolean silent;
    private long sectorsRead;
    private long sectorsWritten;

    AtaChannel(VirtualClock clock, InterruptLine line, AtaTaskFile task) {
        this.clock = clock;
        this.line = line;
        this.task = task;
    }

    int status() {
        return switch (phase) {
            case BUSY -> STATUS_BUSY;
            case READY -> failed ? STATUS_READY | STATUS_ERROR : STATUS_READY;
            case DATA_IN, DATA_OUT, DMA -> STATUS_READY | STATUS_DATA_REQUEST;
        };
    }

    boolean isBusy() {
        return phase == Phase.BUSY;
    }

    byte[] buffer() {
        return buffer;
    }

    /// Takes the next byte out of the buffer; with no data on offer the bus floats.
    int takeByte() {
        if (phase != Phase.DATA_IN) {
            return ByteDevice.FLOATING;
        }
        int value = buffer[position] & 0xff;
        moveOn();
        return value;
    }

    /// Puts the next byte into the buffer; with no data asked for it is lost.
    void giveByte(int value) {
        if (phase == Phase.DATA_OUT) {
            buffer[position] = (byte) value;
            moveOn();
        }
    }

    private void moveOn() {
        position++;
        if (position == buffer.length) {
            afterData.run();
        }
    }

    /// Drops whatever is under way, together with its interrupt and its error, and is busy.
    void abandon() {
        if (work != null) {
            work.cancel();
            work = null;
        }
        failed = false;
        phase = Phase.BUSY;
        acknowledge();
    }

    /// Keeps the channel busy for a while, then goes on with what follows.
    void work(long nanos, Runnable next) {
        phase = Phase.BUSY;
        work = clock.after(nanos, next);
    }

    /// Lets the host read the buffer, then goes on with what follows.
    void offerData(Runnable next) {
        request(Phase.DATA_IN, next);
        interrupt();
    }

    /// Lets the host fill the buffer, then goes on with what follows.
    void acceptData(Runnable next) {
        request(Phase.DATA_OUT, next);
    }

    private void request(Phase direction, Runnable next) {
        phase = direction;
        position = 0;
        afterData = next;
    }

    /// Waits until the bus master runs, then goes on with what follows.
    void awaitBusMaster(Runnable next) {
        request(Phase.DMA, next);
    }

    /// The bus master has been started. The drive goes on in its own time, not within the
    /// instruction that has started it.
    void busMasterStarted() {
        if (phase == Phase.DMA) {
            work(0, afterData);
        }
    }

    /// Waits for the next command and says nothing.
    void ready() {
        phase = Phase.READY;
    }

    /// Waits for the next command and tells the host that this one is done.
    void done() {
        ready();
        interrupt();
    }

    /// Ends the command with an error, given as bits of the error register.
    void fail(int error) {
        task.set(AtaTaskFile.ERROR, error);
        failed = true;
        done();
    }

    void interrupt() {
        interrupting = true;
        drive();
    }

    /// Takes the interrupt back, as a read of the status does.
    void acknowledge() {
        interrupting = false;
        drive();
    }

    /// The nIEN bit: interrupts stay pending but do not reach the line.
    void silence(boolean silent) {
        this.silent = silent;
        drive();
    }

    private void drive() {
        if (interrupting && !silent) {
            line.raise();
        } else {
            line.lower();
        }
    }

    void countRead() {
        sectorsRead++;
    }

    void countWritten() {
        sectorsWritten++;
    }

    long sectorsRead() {
        return sectorsRead;
    }

    long sectorsWritten() {
        return sectorsWritten;
    }
}

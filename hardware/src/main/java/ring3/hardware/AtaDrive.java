package ring3.hardware;

/// One drive on the cable: its sectors, where its heads are, its geometry, and what it tells about
/// itself.
final class AtaDrive {
    private static final long LBA28_SECTORS_MAX = (1 << 28) - 1;

    /// The drive reads a whole track of this many sectors at once into its buffer.
    private static final long TRACK_SECTORS = 512;

    private static final long NO_TRACK = -2;

    private final DiskImage image;
    private final DiskTiming timing;
    private final String serial;
    private int heads = 16;
    private int sectorsPerTrack = 63;
    private long position;
    private long bufferedTrack = NO_TRACK;

    AtaDrive(DiskImage image, DiskTiming timing, String serial) {
        this.image = image;
        this.timing = timing;
        this.serial = serial;
    }

    boolean holds(long sector) {
        return sector >= 0 && sector < sectors();
    }

    private long sectors() {
        return Math.min(image.sectors(), LBA28_SECTORS_MAX);
    }

    /// INITIALIZE DEVICE PARAMETERS: the geometry that cylinder, head and sector numbers refer to.
    void specify(int heads, int sectorsPerTrack) {
        this.heads = heads;
        this.sectorsPerTrack = sectorsPerTrack;
    }

    int heads() {
        return heads;
    }

    int sectorsPerTrack() {
        return sectorsPerTrack;
    }

    /// How long a read of this sector takes from now on, and moves the heads there. Any sector of
    /// the track in the buffer, and the first of the next, costs its transfer only.
    long seekToRead(long sector) {
        long track = sector / TRACK_SECTORS;
        boolean buffered = track == bufferedTrack || sector == (bufferedTrack + 1) * TRACK_SECTORS;
        bufferedTrack = track;
        return buffered ? passOver(sector) : seek(sector);
    }

    /// How long a write of this sector takes; one that follows on the last costs its transfer only.
    long seekToWrite(long sector) {
        return sector == position ? passOver(sector) : seek(sector);
    }

    /// How long the heads take back to the first track.
    long recalibrate() {
        bufferedTrack = NO_TRACK;
        return seek(0);
    }

    private long seek(long sector) {
        long distance = Math.abs(sector - position);
        return passOver(sector) + timing.accessNanos(distance, Math.max(1, sectors()));
    }

    private long passOver(long sector) {
        position = sector + 1;
        return timing.sectorNanos();
    }

    void read(long sector, byte[] into) {
        image.read(sector, into, 0);
    }

    void write(long sector, byte[] from) {
        image.write(sector, from, 0);
    }

    /// IDENTIFY DEVICE: what the drive tells about itself.
    void identify(byte[] into) {
        new AtaIdentity(serial, sectors(), heads, sectorsPerTrack).copyTo(into);
    }
}

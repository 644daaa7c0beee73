package ring3.hardware;

import java.util.TreeMap;

/// A disk that keeps what is written to itself and leaves its base as it was: copy-on-write. So a
/// crashed or careless machine never harms the image file that it was started from.
public final class OverlayImage implements DiskImage {
    private final DiskImage base;
    private final TreeMap<Long, byte[]> written = new TreeMap<>();

    /// A disk that shows the sectors of `base` until they are overwritten here.
    public OverlayImage(DiskImage base) {
        this.base = base;
    }

    @Override
    public long sectors() {
        return base.sectors();
    }

    @Override
    public void read(long sector, byte[] into, int offset) {
        byte[] copy = written.get(sector);
        if (copy == null) {
            base.read(sector, into, offset);
        } else {
            System.arraycopy(copy, 0, into, offset, SECTOR_BYTES);
        }
    }

    @Override
    public void write(long sector, byte[] from, int offset) {
        assert sector >= 0 && sector < sectors() : "the controller checks the sector number";
        byte[] copy = written.computeIfAbsent(sector, _ -> new byte[SECTOR_BYTES]);
        System.arraycopy(from, offset, copy, 0, SECTOR_BYTES);
    }
}

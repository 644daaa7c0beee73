package ring3.hardware;

/// A disk whose sectors lie in an array. It writes into the very array it was given.
public final class MemoryImage implements DiskImage {
    private final byte[] bytes;

    /// A disk of the whole sectors in `bytes`; what is left over at the end is not reachable.
    public MemoryImage(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long sectors() {
        return bytes.length / SECTOR_BYTES;
    }

    @Override
    public void read(long sector, byte[] into, int offset) {
        System.arraycopy(bytes, start(sector), into, offset, SECTOR_BYTES);
    }

    @Override
    public void write(long sector, byte[] from, int offset) {
        System.arraycopy(from, offset, bytes, start(sector), SECTOR_BYTES);
    }

    private int start(long sector) {
        assert sector >= 0 && sector < sectors() : "the controller checks the sector number";
        return (int) sector * SECTOR_BYTES;
    }
}

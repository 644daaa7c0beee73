package ring3.hardware;

/// The contents of a disk: numbered sectors of 512 bytes. Where they are kept, in an array or in a
/// file of the host, is the business of whoever implements it.
public interface DiskImage {
    /// Bytes in a sector.
    int SECTOR_BYTES = 512;

    /// How many sectors there are; their numbers start at 0.
    long sectors();

    /// Copies a sector into `into`, from `offset` on.
    void read(long sector, byte[] into, int offset);

    /// Replaces a sector by the 512 bytes of `from` that start at `offset`.
    void write(long sector, byte[] from, int offset);
}

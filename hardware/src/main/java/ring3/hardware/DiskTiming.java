package ring3.hardware;

/// How long the mechanics of a disk take, all in nanoseconds of virtual time.
///
/// @param seekMinNanos from one track to the next
/// @param seekFullNanos from the first track to the last
/// @param rotationNanos one turn of the platters; a sector that was sought is half a turn away
/// @param sectorNanos the transfer of one sector of 512 bytes
/// @param commandNanos from a command to the beginning of the work on it
public record DiskTiming(
        long seekMinNanos,
        long seekFullNanos,
        long rotationNanos,
        long sectorNanos,
        long commandNanos) {
    /// A disk of 7,200 turns a minute that seeks in 0.8 to 15 ms and transfers 20 MB/s.
    public static final DiskTiming DEFAULT =
            new DiskTiming(800_000, 15_000_000, 8_333_333, 25_600, 20_000);

    /// The time to move the heads over `distance` of the disk's `sectors` and then to wait for the
    /// sector to come round.
    long accessNanos(long distance, long sectors) {
        long way = (seekFullNanos - seekMinNanos) * distance / sectors;
        return seekMinNanos + way + rotationNanos / 2;
    }
}

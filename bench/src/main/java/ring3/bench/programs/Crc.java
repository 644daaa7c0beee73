package ring3.bench.programs;

/// The CRC-32 of 64 KiB, bit by bit: as tight as a loop can be, so that counting weighs most.
public final class Crc extends Job {
    /// What the checksum is of: the bytes 0 to 255 over and over.
    public static final int BYTES = 64 * 1024;

    private static final long ALL = 0xffff_ffffL;
    private static final long POLYNOMIAL = 0xedb8_8320L;

    private final byte[] data = new byte[BYTES];

    /// The data is there from the start.
    public Crc() {
        for (int i = 0; i < BYTES; i++) {
            data[i] = (byte) i;
        }
    }

    @Override
    public int work() {
        long crc = ALL;
        for (byte next : data) {
            crc ^= next & 0xff;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ POLYNOMIAL : crc >>> 1;
            }
        }
        return (int) ((crc ^ ALL) & Integer.MAX_VALUE);
    }
}

package ring3.hardware;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A physical region descriptor, as software lays it in memory for the bus master: where one piece
/// of a transfer lies. Layout after the 82371AB (PIIX4) data sheet, section 5.2.3: four bytes of
/// address, two of count, of which 0 means 64 KiB, and two of flags.
///
/// @param address the physical address of the region, 32 bits without a sign
/// @param bytes its length, 1 to 65,536
/// @param last whether the table ends here
record AtaPrd(int address, int bytes, boolean last) {
    /// Bytes of a descriptor in memory.
    static final int BYTES = 8;

    private static final int REGION_MAX = 0x1_0000;
    private static final int FLAG_LAST = 0x8000;

    static AtaPrd of(byte[] descriptor) {
        ByteBuffer fields = ByteBuffer.wrap(descriptor).order(ByteOrder.LITTLE_ENDIAN);
        int address = fields.getInt();
        int count = fields.getShort() & 0xffff;
        boolean last = (fields.getShort() & FLAG_LAST) != 0;
        return new AtaPrd(address, count == 0 ? REGION_MAX : count, last);
    }

    /// Whether the region is one that the chip can count through: of whole words, and within 64 KiB
    /// that begin at a multiple of 64 KiB.
    boolean isGood() {
        boolean words = ((address | bytes) & 1) == 0;
        return words && (address & (REGION_MAX - 1)) + bytes <= REGION_MAX;
    }
}

package ring3.hardware;

import java.nio.charset.StandardCharsets;

/// The 256 words that a drive answers to IDENTIFY DEVICE, numbered as in the ATA-4 standard,
/// section 8.12. What is not set here is 0: no 48-bit addresses.
final class AtaIdentity {
    private static final int WORDS = 256;
    private static final int CYLINDERS_MAX = 16383;
    private static final int FIXED_DISK = 0x0040;
    private static final int CAN_LBA = 0x0200;
    private static final int CAN_DMA = 0x0100;
    private static final int GEOMETRY_VALID = 0x0001;
    private static final int ULTRA_DMA_VALID = 0x0004;
    private static final int MULTIWORD_DMA_0_TO_2 = 0x0007;
    private static final int ULTRA_DMA_0_TO_2 = 0x0007;
    private static final int ULTRA_DMA_2_SELECTED = 0x0400;
    private static final int ATA_1_TO_4 = 0x001e;

    private final int[] words = new int[WORDS];

    AtaIdentity(String serial, long sectors, int heads, int sectorsPerTrack) {
        int cylinders = (int) Math.min(CYLINDERS_MAX, sectors / heads / sectorsPerTrack);
        words[0] = FIXED_DISK;
        geometry(1, 3, 6, cylinders, heads, sectorsPerTrack);
        text(10, 10, serial);
        text(23, 4, "1.0");
        text(27, 20, "RING3 EMULATED DISK");
        words[49] = CAN_LBA | CAN_DMA;
        words[53] = GEOMETRY_VALID | ULTRA_DMA_VALID;
        geometry(54, 55, 56, cylinders, heads, sectorsPerTrack);
        longWord(57, (long) cylinders * heads * sectorsPerTrack);
        longWord(60, sectors);
        words[63] = MULTIWORD_DMA_0_TO_2;
        words[80] = ATA_1_TO_4;
        words[88] = ULTRA_DMA_0_TO_2 | ULTRA_DMA_2_SELECTED;
    }

    /// The words as they cross the data port, low byte first.
    void copyTo(byte[] into) {
        for (int i = 0; i < WORDS; i++) {
            into[2 * i] = (byte) words[i];
            into[2 * i + 1] = (byte) (words[i] >> 8);
        }
    }

    private void geometry(int at, int atHeads, int atSectors, int cylinders, int heads, int count) {
        words[at] = cylinders;
        words[atHeads] = heads;
        words[atSectors] = count;
    }

    private void longWord(int at, long value) {
        words[at] = (int) value & 0xffff;
        words[at + 1] = (int) (value >> 16);
    }

    /// Text lies in the words with its bytes swapped, padded with blanks.
    private void text(int at, int length, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 2 * length; i++) {
            int letter = i < ascii.length ? ascii[i] : ' ';
            words[at + i / 2] |= i % 2 == 0 ? letter << 8 : letter;
        }
    }
}

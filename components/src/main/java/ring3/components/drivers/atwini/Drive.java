package ring3.components.drivers.atwini;

import static ring3.components.drivers.atwini.Registers.DATA;
import static ring3.components.drivers.atwini.Registers.SECTOR_BYTES;

import org.jspecify.annotations.Nullable;
import ring3.syslib.Memory;
import ring3.syslib.Syslib;

/// A drive that has told what it is.
///
/// @param number 0 or 1
/// @param sectors how many sectors of 512 bytes it has, by 28-bit numbers
record Drive(int number, long sectors) {
    private static final int WORD_GENERAL = 0;
    private static final int WORD_CAPABILITIES = 49;
    private static final int WORD_SECTORS = 60;
    private static final int GENERAL_NOT_ATA = 0x8000;
    private static final int CAPABILITIES_LBA = 0x0200;

    /// Its size in bytes.
    long sizeBytes() {
        return sectors * SECTOR_BYTES;
    }

    /// Asks drive `number` what it is: IDENTIFY DEVICE, ATA-4 section 8.12. Until a drive has
    /// answered we do not know whether anything is there that would interrupt us, so this polls.
    /// `buffer` is 512 bytes of our memory. Null when there is no drive, or none we can work with.
    static @Nullable Drive identify(Syslib sys, Controller controller, int number, int buffer) {
        if (!controller.issue(Command.identify(number)) || !controller.pollForData()) {
            return null;
        }
        if (sys.insw(DATA, buffer, SECTOR_BYTES) < 0) {
            sys.panic("sys_insw failed");
        }
        return of(number, sys.memory(), buffer);
    }

    private static @Nullable Drive of(int number, Memory memory, int identity) {
        boolean ata = (word(memory, identity, WORD_GENERAL) & GENERAL_NOT_ATA) == 0;
        boolean lba = (word(memory, identity, WORD_CAPABILITIES) & CAPABILITIES_LBA) != 0;
        if (!ata || !lba) {
            return null;
        }
        long low = word(memory, identity, WORD_SECTORS);
        long high = word(memory, identity, WORD_SECTORS + 1);
        return new Drive(number, high << 16 | low);
    }

    private static int word(Memory memory, int identity, int index) {
        return memory.getShort(identity + 2 * index);
    }
}

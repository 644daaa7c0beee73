package ring3.components.drivers.atwini;

import static ring3.components.drivers.atwini.Registers.DRIVE_LBA;
import static ring3.components.drivers.atwini.Registers.DRIVE_SHIFT;
import static ring3.components.drivers.atwini.Registers.IDENTIFY;

/// A command to a drive: what the seven registers shall hold.
///
/// @param drive 0 or 1
/// @param code what to do, one of the commands in [Registers]
/// @param sector the first sector, a number of 28 bits
/// @param count how many sectors, 1 to [#SECTORS_MAX]
record Command(int drive, int code, int sector, int count) {
    /// One command moves at most so many; the register then holds 0.
    static final int SECTORS_MAX = 256;

    /// Asks `drive` what it is.
    static Command identify(int drive) {
        return new Command(drive, IDENTIFY, 0, 1);
    }

    /// What selects the drive; the same register holds the top of the sector number.
    int driveRegister() {
        return DRIVE_LBA | drive << DRIVE_SHIFT | sector >>> 24;
    }

    /// Byte 0, 1 or 2 of the sector number, the lowest first.
    int sectorByte(int index) {
        return (sector >>> (8 * index)) & 0xff;
    }
}

package ring3.hardware;

/// The registers in which an ATA command finds its operands: sector count, address, drive and head.
/// Both drives on the cable listen to them, so there is one set.
final class AtaTaskFile {
    static final int ERROR = 1;
    static final int COUNT = 2;
    static final int SECTOR = 3;
    static final int CYLINDER_LOW = 4;
    static final int CYLINDER_HIGH = 5;
    static final int DRIVE_HEAD = 6;

    private static final int REGISTERS = 7;
    private static final int COUNT_OF_ZERO = 256;
    private static final int DRIVE_1 = 0x10;
    private static final int LBA = 0x40;
    private static final int HEAD = 0x0f;
    private static final int OBSOLETE_BITS = 0xa0;

    private final int[] registers = new int[REGISTERS];

    int get(int register) {
        return registers[register];
    }

    void set(int register, int value) {
        registers[register] = value;
    }

    /// What the registers hold after a reset, by which a driver tells an ATA from an ATAPI drive.
    void reset() {
        registers[COUNT] = 1;
        registers[SECTOR] = 1;
        registers[CYLINDER_LOW] = 0;
        registers[CYLINDER_HIGH] = 0;
        registers[DRIVE_HEAD] = OBSOLETE_BITS;
    }

    /// Which drive is selected, 0 or 1.
    int drive() {
        return (registers[DRIVE_HEAD] & DRIVE_1) == 0 ? 0 : 1;
    }

    /// The sectors to transfer, 1 to 256.
    int count() {
        return registers[COUNT] == 0 ? COUNT_OF_ZERO : registers[COUNT];
    }

    int head() {
        return registers[DRIVE_HEAD] & HEAD;
    }

    /// The number of the first sector, from an LBA or from cylinder, head and sector in the
    /// geometry of the drive; negative if the latter name no sector.
    long address(AtaDrive drive) {
        int cylinder = registers[CYLINDER_HIGH] << 8 | registers[CYLINDER_LOW];
        int sector = registers[SECTOR];
        if (usesLba()) {
            return ((long) head() << 24) | (cylinder << 8) | sector;
        }
        if (sector == 0 || sector > drive.sectorsPerTrack() || head() >= drive.heads()) {
            return -1;
        }
        long track = (long) cylinder * drive.heads() + head();
        return track * drive.sectorsPerTrack() + sector - 1;
    }

    /// Shows how far a command has come: the sector it is at and how many are left.
    void progress(AtaDrive drive, long address, int left) {
        registers[COUNT] = left & 0xff;
        if (usesLba()) {
            locate((int) address & 0xff, (int) (address >> 8) & 0xffff, (int) (address >> 24));
        } else if (address >= 0) {
            long track = address / drive.sectorsPerTrack();
            locate(
                    (int) (address % drive.sectorsPerTrack()) + 1,
                    (int) (track / drive.heads()),
                    (int) (track % drive.heads()));
        }
    }

    private void locate(int sector, int cylinder, int head) {
        registers[SECTOR] = sector;
        registers[CYLINDER_LOW] = cylinder & 0xff;
        registers[CYLINDER_HIGH] = cylinder >> 8 & 0xff;
        registers[DRIVE_HEAD] = (registers[DRIVE_HEAD] & ~HEAD) | (head & HEAD);
    }

    private boolean usesLba() {
        return (registers[DRIVE_HEAD] & LBA) != 0;
    }
}

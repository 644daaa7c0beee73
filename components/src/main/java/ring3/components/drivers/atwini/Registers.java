package ring3.components.drivers.atwini;

/// The registers of the primary ATA channel and what is in them (minix:
/// drivers/storage/at_wini/at_wini.h; ATA-4, sections 7 and 8). The command and control blocks of
/// the secondary channel are the same at other addresses.
final class Registers {
    static final int DATA = 0x1f0;
    static final int PRECOMPENSATION = 0x1f1;
    static final int COUNT = 0x1f2;
    static final int SECTOR = 0x1f3;
    static final int CYLINDER_LOW = 0x1f4;
    static final int CYLINDER_HIGH = 0x1f5;
    static final int DRIVE = 0x1f6;

    /// Reading it also tells the drive that its interrupt was seen.
    static final int STATUS = 0x1f7;

    /// Writes go to the register that reads as the status.
    static final int COMMAND = 0x1f7;

    static final int CONTROL = 0x3f6;

    static final int STATUS_BUSY = 0x80;
    static final int STATUS_FAULT = 0x20;
    static final int STATUS_DATA_REQUEST = 0x08;
    static final int STATUS_ERROR = 0x01;

    /// Without a controller nobody drives the bus, and its lines float to ones.
    static final int STATUS_FLOATING = 0xff;

    /// The two bits that old drives want set, and sector numbers instead of cylinders and heads.
    static final int DRIVE_LBA = 0xe0;

    static final int DRIVE_SHIFT = 4;

    static final int CONTROL_EIGHT_HEADS = 0x08;
    static final int CONTROL_RESET = 0x04;

    static final int READ_SECTORS = 0x20;
    static final int WRITE_SECTORS = 0x30;
    static final int READ_DMA = 0xc8;
    static final int WRITE_DMA = 0xca;
    static final int IDENTIFY = 0xec;

    /// The line of the primary channel.
    static final int INTERRUPT = 14;

    static final int SECTOR_BYTES = 512;

    /// The bus master of the primary channel (82371AB data sheet, section 5.2), where base address
    /// 4 of its PCI function points.
    static final int MASTER_COMMAND = 0xc000;

    static final int MASTER_STATUS = 0xc002;

    /// The physical address of the table, in four bytes.
    static final int MASTER_TABLE = 0xc004;

    static final int MASTER_START = 0x01;
    static final int MASTER_TO_MEMORY = 0x08;
    static final int MASTER_ACTIVE = 0x01;

    /// The bus master was not let at some memory. This bit and the next are cleared by writing
    /// them.
    static final int MASTER_ERROR = 0x02;

    static final int MASTER_INTERRUPT = 0x04;

    private Registers() {}
}

package ring3.hardware;

/// The commands that the drives understand, with the codes of the ATA-4 standard.
enum AtaCommand {
    RECALIBRATE,
    READ,
    WRITE,
    READ_DMA,
    WRITE_DMA,
    VERIFY,
    DIAGNOSE,
    SPECIFY,
    FLUSH,
    IDENTIFY,
    UNKNOWN;

    /// The lowest bit of the transfer commands once forbade retries and means nothing any more.
    static AtaCommand of(int code) {
        return switch (code) {
            case 0x20, 0x21 -> READ;
            case 0x30, 0x31 -> WRITE;
            case 0x40, 0x41 -> VERIFY;
            case 0x90 -> DIAGNOSE;
            case 0x91 -> SPECIFY;
            case 0xc8, 0xc9 -> READ_DMA;
            case 0xca, 0xcb -> WRITE_DMA;
            case 0xe7 -> FLUSH;
            case 0xec -> IDENTIFY;
            default -> (code & 0xf0) == 0x10 ? RECALIBRATE : UNKNOWN;
        };
    }
}

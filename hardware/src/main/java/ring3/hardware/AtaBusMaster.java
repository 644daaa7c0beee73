package ring3.hardware;

import java.nio.ByteBuffer;

/// The part of the disk controller that moves sectors to and from memory by itself, along a table
/// of regions ([AtaPrd]). Registers after the 82371AB (PIIX4) data sheet, section 5.2.
///
/// On a PC its ports are wherever the firmware has put base address 4 of the PCI function. This
/// computer has no PCI, so they are fixed at C000-C007, where emulated PCs commonly have them.
///
/// The drive's interrupt passes through here on its way to line 14 and is noted in the status.
final class AtaBusMaster implements ByteDevice, InterruptLine {
    private static final int COMMAND = 0xc000;
    private static final int STATUS = 0xc002;
    private static final int TABLE = 0xc004;
    private static final int TABLE_END = 0xc007;
    private static final int COMMAND_START = 0x01;
    private static final int COMMAND_TO_MEMORY = 0x08;
    private static final int STATUS_ACTIVE = 0x01;
    private static final int STATUS_ERROR = 0x02;
    private static final int STATUS_INTERRUPT = 0x04;
    private static final int STATUS_DRIVE_0_CAPABLE = 0x20;
    private static final int STATUS_DRIVE_1_CAPABLE = 0x40;
    private static final int STATUS_CAPABLE = STATUS_DRIVE_0_CAPABLE | STATUS_DRIVE_1_CAPABLE;
    private static final int ALIGNMENT = 0x03;

    private static final AtaPrd NO_REGION = new AtaPrd(0, 0, false);

    private final InterruptLine line;
    private final DmaPort port;
    private final Runnable started;
    private int command;
    private int status;
    private int table;
    private boolean interrupting;
    private int nextDescriptor;
    private AtaPrd region = NO_REGION;
    private int moved;

    /// A bus master on its ports that calls `started` when software lets it run.
    AtaBusMaster(PortBus bus, InterruptLine line, DmaPort port, Runnable started) {
        this.line = line;
        this.port = port;
        this.started = started;
        bus.claim(COMMAND, TABLE_END, this);
    }

    /// Notes which drives can do DMA, as the firmware of a PC does for its drivers. The chip itself
    /// makes nothing of it.
    void noteCapable(boolean drive0, boolean drive1) {
        status = (drive0 ? STATUS_DRIVE_0_CAPABLE : 0) | (drive1 ? STATUS_DRIVE_1_CAPABLE : 0);
    }

    @Override
    public int read(int port) {
        return switch (port) {
            case COMMAND -> command;
            case STATUS -> status;
            default -> port < TABLE || port > TABLE_END ? 0 : table >>> shift(port) & 0xff;
        };
    }

    @Override
    public void write(int port, int value) {
        if (port == COMMAND) {
            command(value);
        } else if (port == STATUS) {
            int cleared = value & (STATUS_ERROR | STATUS_INTERRUPT);
            status = status & ~(STATUS_CAPABLE | cleared) | value & STATUS_CAPABLE;
        } else if (port >= TABLE && port <= TABLE_END) {
            table = (table & ~(0xff << shift(port)) | value << shift(port)) & ~ALIGNMENT;
        }
    }

    private static int shift(int port) {
        return 8 * (port - TABLE);
    }

    /// Only a start bit that rises begins with the table; one that falls stops the transfer, and
    /// where it stood is forgotten.
    private void command(int value) {
        boolean wasStarted = (command & COMMAND_START) != 0;
        command = value & (COMMAND_START | COMMAND_TO_MEMORY);
        if ((value & COMMAND_START) == 0) {
            stop();
        } else if (!wasStarted) {
            status |= STATUS_ACTIVE;
            nextDescriptor = table;
            region = NO_REGION;
            moved = 0;
            started.run();
        }
    }

    private void stop() {
        status &= ~STATUS_ACTIVE;
    }

    /// Moves what is left of a sector to memory, or from memory. It comes to a halt in the middle
    /// if nobody has started it or the table is at its end. False if the transfer has been aborted:
    /// for a page that the device may not touch, a bad region, or the wrong direction.
    boolean move(ByteBuffer sector, boolean toMemory) {
        while (sector.hasRemaining() && (status & STATUS_ACTIVE) != 0) {
            if (!movePiece(sector, toMemory)) {
                stop();
                status |= STATUS_ERROR;
                return false;
            }
        }
        return true;
    }

    private boolean movePiece(ByteBuffer sector, boolean toMemory) {
        boolean agreed = toMemory == ((command & COMMAND_TO_MEMORY) != 0);
        if (!agreed || (moved == region.bytes() && !fetchRegion())) {
            return false;
        }
        int bytes = Math.min(sector.remaining(), region.bytes() - moved);
        if (!copy(sector, bytes, toMemory)) {
            return false;
        }
        sector.position(sector.position() + bytes);
        moved += bytes;
        if (region.last() && moved == region.bytes()) {
            stop();
        }
        return true;
    }

    private boolean fetchRegion() {
        var descriptor = new byte[AtaPrd.BYTES];
        boolean fetched = port.read(nextDescriptor, descriptor, 0, AtaPrd.BYTES);
        nextDescriptor += AtaPrd.BYTES;
        region = AtaPrd.of(descriptor);
        moved = 0;
        return fetched && region.isGood();
    }

    private boolean copy(ByteBuffer sector, int bytes, boolean toMemory) {
        int address = region.address() + moved;
        return toMemory
                ? port.write(address, sector.array(), sector.position(), bytes)
                : port.read(address, sector.array(), sector.position(), bytes);
    }

    /// The status keeps the rise of the drive's interrupt, not its level: software that has cleared
    /// the bit sees it again only with the next interrupt.
    @Override
    public void raise() {
        if (!interrupting) {
            interrupting = true;
            status |= STATUS_INTERRUPT;
        }
        line.raise();
    }

    @Override
    public void lower() {
        interrupting = false;
        line.lower();
    }
}

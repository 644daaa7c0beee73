package ring3.components.drivers.atwini;

import static ring3.components.drivers.atwini.Registers.MASTER_ACTIVE;
import static ring3.components.drivers.atwini.Registers.MASTER_COMMAND;
import static ring3.components.drivers.atwini.Registers.MASTER_ERROR;
import static ring3.components.drivers.atwini.Registers.MASTER_INTERRUPT;
import static ring3.components.drivers.atwini.Registers.MASTER_START;
import static ring3.components.drivers.atwini.Registers.MASTER_STATUS;
import static ring3.components.drivers.atwini.Registers.MASTER_TABLE;
import static ring3.components.drivers.atwini.Registers.MASTER_TO_MEMORY;

import ring3.components.lib.BlockDriver.Transfer;
import ring3.components.lib.Ports;
import ring3.syslib.Syslib;

/// Transfers by the bus master, which moves the sectors along a table of physical addresses while
/// the processor does something else. It is used when the boot parameters say so, until it fails
/// once: then the processor moves the words again.
final class Dma {
    /// The values of the boot parameter `ata_dma` that switch it on.
    private static final String YES = "yes";

    /// As YES, with a bug in the driver, see [DmaTable].
    private static final String STRAY = "stray";

    private final Syslib sys;
    private final Ports ports;
    private final DmaTable table;
    private boolean on;
    private int direction;

    Dma(Syslib sys, Ports ports) {
        this.sys = sys;
        this.ports = ports;
        table = new DmaTable(sys);
    }

    /// Switches it on if `parameter` wants that, stops what a dead driver has left going, and tells
    /// where the table will always be.
    void start(String parameter) {
        on = parameter.equals(YES) || parameter.equals(STRAY);
        if (on) {
            table.locate(parameter.equals(STRAY));
            ports.out(MASTER_COMMAND, 0);
            for (int i = 0; i < Integer.BYTES; i++) {
                ports.out(MASTER_TABLE + i, table.physicalAddress() >>> Byte.SIZE * i & 0xff);
            }
        }
    }

    /// Readies the bus master for the bytes `from` to `to` of a transfer. False when it is off or
    /// cannot reach the client's buffer; if the grant is bad, the other way will find that out.
    boolean prepare(Transfer transfer, int from, int to) {
        if (!on || !table.describe(transfer, from, to)) {
            return false;
        }
        direction = transfer.toDevice() ? 0 : MASTER_TO_MEMORY;
        int status = ports.in(MASTER_STATUS) | MASTER_ERROR | MASTER_INTERRUPT;
        ports.outAll(MASTER_COMMAND, direction, MASTER_STATUS, status);
        return true;
    }

    /// Has a drive and the bus master do `command`. False when they failed.
    boolean run(Controller controller, Command command) {
        boolean done = false;
        if (controller.issue(command)) {
            ports.out(MASTER_COMMAND, direction | MASTER_START);
            done = controller.awaitDone();
        }
        ports.out(MASTER_COMMAND, 0);
        int status = ports.in(MASTER_STATUS);
        if (done && (status & (MASTER_ACTIVE | MASTER_ERROR)) == 0) {
            return true;
        }
        on = false;
        boolean refused = (status & MASTER_ERROR) != 0;
        String how = refused ? "the bus master was refused memory" : "the drive reports an error";
        sys.print("at_wini: DMA failed, going on without: " + how);
        return false;
    }
}

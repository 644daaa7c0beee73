package ring3.components.drivers.atwini;

import static ring3.components.drivers.atwini.Registers.DATA;
import static ring3.components.drivers.atwini.Registers.READ_DMA;
import static ring3.components.drivers.atwini.Registers.READ_SECTORS;
import static ring3.components.drivers.atwini.Registers.SECTOR_BYTES;
import static ring3.components.drivers.atwini.Registers.WRITE_DMA;
import static ring3.components.drivers.atwini.Registers.WRITE_SECTORS;

import ring3.components.lib.BlockDriver.Transfer;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// Moves the sectors of one transfer between a drive and the buffer that the client granted. The
/// kernel moves the words straight there, or the bus master: the data never passes through our own
/// memory.
final class SectorMover {
    /// A command that fails so often, after a reset each time, fails for good.
    private static final int MAX_ERRORS = 4;

    private final Syslib sys;
    private final Controller controller;
    private final Dma dma;
    private final Drive drive;
    private final Transfer transfer;
    private int done;
    private int grantStatus;

    SectorMover(Syslib sys, Controller controller, Dma dma, Drive drive, Transfer transfer) {
        this.sys = sys;
        this.controller = controller;
        this.dma = dma;
        this.drive = drive;
        this.transfer = transfer;
    }

    /// Moves `bytes`, a multiple of the sector size. The result is that number; EIO when the drive
    /// fails again and again; or why the client's grant does not work. After such a grant the
    /// original panics, so that a bad client would cost all others their driver.
    int move(int bytes) {
        int errors = 0;
        while (done < bytes) {
            int end = Math.min(bytes, done + Command.SECTORS_MAX * SECTOR_BYTES);
            if (dma.prepare(transfer, done, end)) {
                moveByDma(end);
            } else if (!command(end)) {
                controller.reset();
                errors++;
                if (grantStatus < 0 || errors == MAX_ERRORS) {
                    return grantStatus < 0 ? grantStatus : Errno.EIO.status();
                }
            }
        }
        return done;
    }

    /// Moves all up to `end`, or nothing: then the processor will have to do it.
    private void moveByDma(int end) {
        if (dma.run(controller, command(end, READ_DMA, WRITE_DMA))) {
            done = end;
        } else {
            controller.reset();
        }
    }

    private Command command(int end, int readCode, int writeCode) {
        int sector = (int) ((transfer.position() + done) / SECTOR_BYTES);
        int code = transfer.toDevice() ? writeCode : readCode;
        return new Command(drive.number(), code, sector, (end - done) / SECTOR_BYTES);
    }

    /// One command, until `end` bytes of the transfer are done. After a failure those that are done
    /// stay done, and the next command begins behind them.
    private boolean command(int end) {
        if (!controller.issue(command(end, READ_SECTORS, WRITE_SECTORS))) {
            return false;
        }
        return transfer.toDevice() ? write(end) : read(end);
    }

    private boolean read(int end) {
        while (done < end) {
            if (!controller.awaitData() || !moved(in())) {
                return false;
            }
            done += SECTOR_BYTES;
        }
        return true;
    }

    /// The drive asks for the first sector without an interrupt; then it interrupts after each that
    /// it has written.
    private boolean write(int end) {
        while (done < end) {
            if (!controller.pollForData() || !moved(out()) || !controller.awaitDone()) {
                return false;
            }
            done += SECTOR_BYTES;
        }
        return true;
    }

    private int in() {
        return sys.safeInsw(DATA, transfer.client(), transfer.grant(), done, SECTOR_BYTES);
    }

    private int out() {
        return sys.safeOutsw(DATA, transfer.client(), transfer.grant(), done, SECTOR_BYTES);
    }

    private boolean moved(int status) {
        grantStatus = Math.min(status, 0);
        return grantStatus == 0;
    }
}

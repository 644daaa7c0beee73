package ring3.components.drivers.atwini;

import static ring3.components.drivers.atwini.Registers.*;

import ring3.components.lib.Ports;
import ring3.syslib.Syslib;

/// The controller that both drives hang on: how to give it a command, wait for it and reset it.
/// Every register access is a request to the kernel, which knows the few ports we may touch.
final class Controller {
    private static final int TICKS_PER_SECOND = 60;

    /// Some controllers forget to interrupt; this wakes us up then.
    private static final int WAKE_UP_TICKS = 32 * TICKS_PER_SECOND;

    /// How long a drive may stay busy when we poll it.
    private static final int POLL_TICKS = 5 * TICKS_PER_SECOND;

    private final Syslib sys;
    private final Ports ports;
    private final Inbox inbox;

    Controller(Syslib sys, Ports ports, Inbox inbox) {
        this.sys = sys;
        this.ports = ports;
        this.inbox = inbox;
    }

    /// Gives `command` to its drive. False when the drive does not listen.
    boolean issue(Command command) {
        if (!select(command)) {
            return false;
        }
        sys.setAlarm(WAKE_UP_TICKS);
        ports.outAll(
                CONTROL, CONTROL_EIGHT_HEADS,
                PRECOMPENSATION, 0,
                COUNT, command.count() & 0xff,
                SECTOR, command.sectorByte(0),
                CYLINDER_LOW, command.sectorByte(1),
                CYLINDER_HIGH, command.sectorByte(2),
                COMMAND, command.code());
        return true;
    }

    /// Selects the drive and has it ready for a command. One that still offers or wants data was
    /// left so by a driver that died; only a reset gets it out of there.
    private boolean select(Command command) {
        if ((pollWhileBusy() & STATUS_DATA_REQUEST) != 0) {
            reset();
        }
        ports.out(DRIVE, command.driveRegister());
        return (pollWhileBusy() & (STATUS_BUSY | STATUS_DATA_REQUEST)) == 0;
    }

    /// Asks for the status until the drive is no longer busy, or for five seconds; then it still
    /// shows busy. With no controller there at all it does not wait.
    int pollWhileBusy() {
        int status = ports.in(STATUS);
        if ((status & STATUS_BUSY) == 0 || status == STATUS_FLOATING) {
            return status;
        }
        long end = sys.uptimeTicks() + POLL_TICKS;
        do {
            status = ports.in(STATUS);
        } while ((status & STATUS_BUSY) != 0 && sys.uptimeTicks() < end);
        return status;
    }

    /// Sleeps until the drive has done its work and interrupts. False when it failed or never did.
    boolean awaitDone() {
        return isGood(awaitStatus());
    }

    /// As [#awaitDone], and the drive must then offer data.
    boolean awaitData() {
        return offersData(awaitStatus());
    }

    /// The status after the interrupt; it still shows busy when the time is up. An interrupt of a
    /// command before may have been under way yet, so the status decides, not the interrupt.
    private int awaitStatus() {
        int status = STATUS_BUSY;
        while ((status & STATUS_BUSY) != 0 && inbox.awaitInterrupt()) {
            status = ports.in(STATUS);
        }
        return status;
    }

    /// Polls until the drive takes or offers data. False when it does not.
    boolean pollForData() {
        return offersData(pollWhileBusy());
    }

    /// Resets the controller and thereby ends whatever the drives are at. The data sheet wants 5 µs
    /// of reset and 2 ms of rest, after which the drives are busy until they have recovered; the
    /// original sleeps for half a second instead.
    void reset() {
        ports.out(CONTROL, CONTROL_RESET);
        inbox.pause(1);
        ports.out(CONTROL, CONTROL_EIGHT_HEADS);
        inbox.pause(1);
        pollWhileBusy();
    }

    private static boolean offersData(int status) {
        return isGood(status) && (status & STATUS_DATA_REQUEST) != 0;
    }

    private static boolean isGood(int status) {
        return (status & (STATUS_BUSY | STATUS_FAULT | STATUS_ERROR)) == 0;
    }
}

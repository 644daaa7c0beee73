package ring3.components.drivers.atwini;

import ring3.components.lib.BlockDriver;
import ring3.components.lib.BootParameters;
import ring3.components.lib.Ports;
import ring3.components.lib.Sef;
import ring3.components.protocol.Bdev;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Syslib;

/// The disk driver: two ATA drives on the primary channel (minix: drivers/storage/at_wini). The
/// kernel moves the words between port and client, or with the boot parameter `ata_dma=yes` the bus
/// master does.
///
/// It keeps nothing that cannot be found out again by asking the drives, and a request that is
/// repeated does no harm. So it may die at any moment: its successor goes on where it ended.
public final class AtWini implements Program {
    /// The main loop: take a request, do it, take the next.
    @Override
    public void run(Syslib sys) {
        var ports = new Ports(sys);
        var dma = new Dma(sys, ports);
        var inbox = new Inbox(sys, new Sef(sys, (_, _) -> start(sys, ports, dma)));
        var controller = new Controller(sys, ports, inbox);
        var driver = new BlockDriver(sys, new Drives(sys, controller, dma));
        for (; ; ) {
            Received in = inbox.next();
            // Whatever else comes is of no interest: an interrupt or an alarm that came too late.
            if (in.message() instanceof Bdev request) {
                driver.handle(in.source(), request);
            }
        }
    }

    /// A driver that died while it reset the drives has left them in reset, where they stay busy
    /// for ever: its successor takes the reset back.
    private static int start(Syslib sys, Ports ports, Dma dma) {
        ports.out(Registers.CONTROL, Registers.CONTROL_EIGHT_HEADS);
        ports.hookInterrupt(Registers.INTERRUPT);
        dma.start(new BootParameters(sys).get("ata_dma", "no"));
        return BlockDriver.announce(sys, "at_wini");
    }
}

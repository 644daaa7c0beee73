package ring3.components.lib;

import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Irqctl;
import ring3.syslib.Syslib;

/// The registers of a driver's device. A driver cannot work without its ports, so a port that the
/// kernel refuses is the driver's end: it panics, and the reincarnation server starts another
/// (minix: drivers/storage/at_wini, panic on a failed sys_inb).
public final class Ports {
    private final Syslib sys;

    /// The ports of the process behind `sys`.
    public Ports(Syslib sys) {
        this.sys = sys;
    }

    /// The byte that `port` holds, 0 to 255.
    public int in(int port) {
        return granted("sys_inb", sys.inb(port));
    }

    /// Writes a byte to `port`.
    public void out(int port, int value) {
        granted("sys_outb", sys.outb(port, value));
    }

    /// Writes several bytes in order: port, value, port, value ... all of them or, when one port is
    /// refused, none.
    public void outAll(int... portsAndValues) {
        granted("sys_voutb", sys.voutb(portsAndValues));
    }

    /// Has the interrupts of `line` delivered as notifications from HARDWARE with the bit of that
    /// number set. The kernel opens the line again right after each.
    public void hookInterrupt(int line) {
        granted("sys_irqsetpolicy", sys.irqSetPolicy(line, Irqctl.REENABLE, line));
    }

    private int granted(String call, int result) {
        if (result < 0) {
            sys.panic(call + " failed: " + Errno.of(result));
        }
        return result;
    }
}

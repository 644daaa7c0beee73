package ring3.bench;

import ring3.syslib.Privilege;
import ring3.syslib.SysCall;

/// The first serial port, as a driver sees it (PC16550D data sheet).
final class Serial {
    /// All its ports.
    static final Privilege.Range PORTS = new Privilege.Range(0x3f8, 0x3ff);

    /// Its line status register; to read it when nothing was received changes nothing.
    static final int LINE_STATUS = 0x3fd;

    /// The kernel call by which it is read.
    static final SysCall CALL = SysCall.SYS_DEVIO;

    private Serial() {}
}

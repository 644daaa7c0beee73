package ring3.components.drivers.trespass;

import ring3.components.lib.Sef;
import ring3.syslib.Errno;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// The buggy audio driver of the book: it owns the ports of a sound chip, and by mistake writes to
/// the command port of the disk. In a monolithic kernel that could destroy the file system; here
/// the kernel refuses, the driver learns why, and nobody else learns anything.
public final class Trespass implements Program {
    private static final int SOUND_RESET = 0x226;

    /// The command port of the first ATA disk, and the command that writes sectors.
    private static final int DISK_COMMAND = 0x1f7;

    private static final int WRITE_SECTORS = 0x30;

    @Override
    public void run(Syslib sys) {
        var sef = new Sef(sys, (_, _) -> start(sys));
        for (; ; ) {
            sef.receive();
        }
    }

    /// Resets the chip, as every sound driver does first; then comes the bug.
    private static int start(Syslib sys) {
        int reset = sys.outb(SOUND_RESET, 1);
        int trespass = sys.outb(DISK_COMMAND, WRITE_SECTORS);
        sys.print(
                "trespass: own port: "
                        + Errno.of(reset)
                        + ", port of the disk: "
                        + Errno.of(trespass));
        return 0;
    }
}

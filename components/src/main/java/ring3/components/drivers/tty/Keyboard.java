package ring3.components.drivers.tty;

import java.util.function.IntConsumer;
import ring3.components.lib.Ports;

/// The keyboard behind its i8042 controller, as the BIOS has left it (minix:
/// drivers/hid/pckbd/pckbd.c; in 2006 part of tty).
final class Keyboard {
    /// Its interrupt line.
    static final int INTERRUPT = 1;

    private static final int DATA = 0x60;
    private static final int STATUS = 0x64;
    private static final int STATUS_OUTPUT_FULL = 0x01;
    private static final int STATUS_MOUSE = 0x20;

    private final Ports ports;
    private final KeyCodes codes;

    /// What is typed goes to `characters`.
    Keyboard(Ports ports, IntConsumer characters) {
        this.ports = ports;
        codes = new KeyCodes(characters);
    }

    /// Reads all the controller has. Done once without an interrupt when the driver starts: a code
    /// that its predecessor did not fetch would keep all others back.
    void fetch() {
        int status = ports.in(STATUS);
        while ((status & STATUS_OUTPUT_FULL) != 0) {
            int code = ports.in(DATA);
            if ((status & STATUS_MOUSE) == 0) {
                codes.accept(code);
            }
            status = ports.in(STATUS);
        }
    }
}

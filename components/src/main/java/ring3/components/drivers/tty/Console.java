package ring3.components.drivers.tty;

import ring3.components.lib.Ports;
import ring3.syslib.Syslib;

/// The screen as a terminal's device.
final class Console implements TerminalDevice {
    private final Screen screen = new Screen();
    private final EscapeSequences sequences = new EscapeSequences(screen);
    private final Vga vga;

    Console(Syslib sys, Ports ports) {
        vga = new Vga(sys, ports);
    }

    /// Clears the screen at boot. A later incarnation goes on below what is there.
    void start(boolean firstIncarnation) {
        if (!firstIncarnation) {
            vga.load(screen);
        }
        vga.show(screen);
    }

    @Override
    public int room() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void put(int character) {
        sequences.put(character);
    }

    @Override
    public void flush() {
        vga.show(screen);
    }

    /// The screen shows at once what it is given.
    @Override
    public boolean hasTakenAll() {
        return true;
    }
}

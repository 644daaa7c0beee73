package ring3.components.drivers.tty;

import ring3.components.lib.Ports;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Physcopy;
import ring3.syslib.Syslib;

/// The VGA in text mode: its memory at B8000, which the kernel copies to for us, and the cursor
/// registers of its 6845 (minix: drivers/tty/tty/arch/i386/console.c).
final class Vga {
    private static final int MEMORY = 0xb8000;
    private static final int INDEX = 0x3d4;
    private static final int DATA = 0x3d5;
    private static final int CURSOR_HIGH = 0x0e;
    private static final int CURSOR_LOW = 0x0f;
    private static final int NOWHERE = -1;

    private final Syslib sys;
    private final Ports ports;
    private final int buffer;
    private int cursor = NOWHERE;

    Vga(Syslib sys, Ports ports) {
        this.sys = sys;
        this.ports = ports;
        buffer = sys.allocate(Screen.ROWS * Screen.ROW_BYTES);
    }

    /// Shows what has changed: one copy for all rows, and the cursor if it has moved.
    void show(Screen screen) {
        int first = screen.firstChanged();
        int rows = screen.lastChanged() - first + 1;
        if (rows > 0) {
            int start = first * Screen.ROW_BYTES;
            int length = rows * Screen.ROW_BYTES;
            sys.memory().put(buffer, screen.cells(), start, length);
            copy(Endpoint.SELF, buffer, Endpoint.NONE, MEMORY + start, length);
            screen.shown();
        }
        moveCursor(screen.row() * Screen.COLUMNS + screen.column());
    }

    /// Goes on with the picture that is there.
    void load(Screen screen) {
        byte[] picture = new byte[screen.cells().length];
        copy(Endpoint.NONE, MEMORY, Endpoint.SELF, buffer, picture.length);
        sys.memory().get(buffer, picture, 0, picture.length);
        screen.adopt(picture, register(CURSOR_HIGH) << 8 | register(CURSOR_LOW));
    }

    private int register(int index) {
        ports.out(INDEX, index);
        return ports.in(DATA);
    }

    private void moveCursor(int cell) {
        if (cell != cursor) {
            cursor = cell;
            ports.outAll(INDEX, CURSOR_HIGH, DATA, cell >> 8, INDEX, CURSOR_LOW, DATA, cell & 0xff);
        }
    }

    private void copy(Endpoint source, int from, Endpoint target, int to, int length) {
        int status = sys.status(new Physcopy(source, from, target, to, length));
        if (status < 0) {
            sys.panic("sys_physcopy of the screen failed: " + Errno.of(status));
        }
    }
}

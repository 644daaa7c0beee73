package ring3.components.drivers.tty;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.CharDriver;
import ring3.components.lib.CharDriver.Request;
import ring3.components.lib.Ports;
import ring3.components.protocol.Devices;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// The minor devices: the console is 0, the serial lines are 16 and 17.
final class Terminals implements CharDriver.Device {
    private static final int COM1 = 0x3f8;
    private static final int COM1_INTERRUPT = 4;
    private static final int COM2 = 0x2f8;
    private static final int COM2_INTERRUPT = 3;

    private final Syslib sys;
    private final Ports ports;
    private final Console screen;
    private final Terminal console;
    private final Keyboard keyboard;
    private final List<SerialPort> serials;
    private final Controls controls;

    Terminals(Syslib sys, Ports ports) {
        this.sys = sys;
        this.ports = ports;
        screen = new Console(sys, ports);
        console = new Terminal(sys, screen);
        keyboard = new Keyboard(ports, console::type);
        serials = List.of(serial(COM1, COM1_INTERRUPT), serial(COM2, COM2_INTERRUPT));
        controls = new Controls(sys);
    }

    private SerialPort serial(int base, int interrupt) {
        var line = new SerialLine(ports, base);
        return new SerialPort(line, new Terminal(sys, line), interrupt);
    }

    /// Sets the hardware up; the screen keeps its contents unless this is the first incarnation.
    void start(boolean firstIncarnation) {
        screen.start(firstIncarnation);
        ports.hookInterrupt(Keyboard.INTERRUPT);
        keyboardInterrupted();
        for (SerialPort serial : serials) {
            ports.hookInterrupt(serial.interrupt());
            serial.line().start();
        }
    }

    /// Interrupts came, one bit for each line.
    void interrupted(int lines) {
        if ((lines & 1 << Keyboard.INTERRUPT) != 0) {
            keyboardInterrupted();
        }
        for (SerialPort serial : serials) {
            if ((lines & 1 << serial.interrupt()) != 0) {
                serial.serve();
            }
        }
    }

    private void keyboardInterrupted() {
        keyboard.fetch();
        console.settle();
    }

    @Override
    public int open(int minor) {
        return find(minor) == null ? Errno.ENXIO.status() : 0;
    }

    @Override
    public int read(Request request) {
        return terminal(request.minor()).read(request);
    }

    @Override
    public int write(Request request) {
        return terminal(request.minor()).write(request);
    }

    @Override
    public int control(int code, Request request) {
        return controls.obey(terminal(request.minor()), code, request);
    }

    @Override
    public int cancel(int minor, int id) {
        return terminal(minor).cancel(id);
    }

    /// The terminal behind a minor device that was opened: only one that exists can be.
    private Terminal terminal(int minor) {
        return Objects.requireNonNull(find(minor));
    }

    private @Nullable Terminal find(int minor) {
        if (minor == Devices.CONSOLE_MINOR) {
            return console;
        }
        int index = minor - Devices.SERIAL_MINOR;
        return index >= 0 && index < serials.size() ? serials.get(index).terminal() : null;
    }
}

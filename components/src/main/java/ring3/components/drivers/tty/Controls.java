package ring3.components.drivers.tty;

import ring3.components.lib.CharDriver.Request;
import ring3.components.protocol.Tty;
import ring3.syslib.Errno;
import ring3.syslib.Memory;
import ring3.syslib.Syslib;

/// The control requests of [Tty]. Their arguments are one or two 32-bit numbers.
final class Controls {
    private static final int INT_BYTES = 4;

    private final Syslib sys;
    private final int buffer;

    Controls(Syslib sys) {
        this.sys = sys;
        buffer = sys.allocate(2 * INT_BYTES);
    }

    int obey(Terminal terminal, int code, Request request) {
        return switch (code) {
            case Tty.GET_MODE -> answer(request, terminal.mode());
            case Tty.SET_MODE -> {
                int status = fetch(request);
                if (status >= 0) {
                    terminal.setMode(argument());
                }
                yield status;
            }
            case Tty.SET_GROUP -> {
                int status = fetch(request);
                if (status >= 0) {
                    terminal.setGroup(argument());
                }
                yield status;
            }
            case Tty.GET_GROUP -> answer(request, terminal.group());
            case Tty.GET_SIZE -> answer(request, Screen.ROWS, Screen.COLUMNS);
            default -> Errno.ENOTTY.status();
        };
    }

    private int fetch(Request request) {
        return sys.safeCopyFrom(request.client(), request.grant(), 0, buffer, INT_BYTES);
    }

    private int argument() {
        return sys.memory().getInt(buffer);
    }

    private int answer(Request request, int... numbers) {
        Memory memory = sys.memory();
        for (int i = 0; i < numbers.length; i++) {
            memory.putInt(buffer + i * INT_BYTES, numbers[i]);
        }
        int length = numbers.length * INT_BYTES;
        return sys.safeCopyTo(request.client(), request.grant(), 0, buffer, length);
    }
}

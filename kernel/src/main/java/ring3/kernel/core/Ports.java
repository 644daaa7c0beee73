package ring3.kernel.core;

import module ring3.events;

import ring3.events.KernelEvent.*;

/// Accesses to ports on behalf of processes, each checked and told to the observer.
public final class Ports {
    private final Core core;

    Ports(Core core) {
        this.core = core;
    }

    /// Whether `caller` may access `width` bytes from `port` on; if not, an event says why. The
    /// range test covers the whole width (minix: kernel/system/do_devio.c).
    public void check(Proc caller, int port, int width, boolean output, int value) {
        boolean may = caller.priv.mayUsePort(port, width) || caller.kernelMode;
        if (!may || port % width != 0) {
            Rule rule = may ? Rule.PORT_ALIGNMENT : Rule.PORT_RANGE;
            core.trace.tell(
                    (n, t) -> new PortRefused(n, t, caller.endpoint, port, output, value, rule));
            throw new Refused(Errno.EPERM, rule, true);
        }
    }

    /// Reads a port that was checked.
    public int in(Proc caller, int port, int width) {
        int value = core.computer.bus().in(port, width);
        tell(caller, port, width, false, value, 1);
        return value;
    }

    /// Writes a port that was checked.
    public void out(Proc caller, int port, int width, int value) {
        core.computer.bus().out(port, value, width);
        tell(caller, port, width, true, value, 1);
    }

    /// Reads one port again and again until there are `bytes`, a multiple of `width`.
    public byte[] in(Proc caller, int port, int width, int bytes) {
        byte[] into = new byte[bytes];
        int value = 0;
        for (int i = 0; i < bytes; i += width) {
            value = core.computer.bus().in(port, width);
            for (int b = 0; b < width; b++) {
                into[i + b] = (byte) (value >>> 8 * b);
            }
        }
        tell(caller, port, width, false, value, bytes / width);
        return into;
    }

    /// Writes `from` to one port, `width` bytes at a time.
    public void out(Proc caller, int port, int width, byte[] from) {
        int value = 0;
        for (int i = 0; i < from.length; i += width) {
            value = 0;
            for (int b = width - 1; b >= 0; b--) {
                value = value << 8 | from[i + b] & 0xff;
            }
            core.computer.bus().out(port, value, width);
        }
        tell(caller, port, width, true, value, from.length / width);
    }

    private void tell(Proc caller, int port, int width, boolean output, int value, int count) {
        core.trace.tell((n, t) ->
                new PortAccessed(n, t, caller.endpoint, port, width, output, value, count));
    }
}

package ring3.hardware;

import java.util.Arrays;

/// The 65,536 I/O ports of a PC and the devices that answer at them. Whether a process may use a
/// port is the kernel's question: the bus obeys everybody, like the real one.
public final class PortBus {
    private static final int PORTS = 0x10000;

    /// Answers where no device does: nobody drives the data lines, so they read all ones.
    private static final PortDevice NOBODY =
            new PortDevice() {
                @Override
                public int in(int port, int width) {
                    return -1 >>> (32 - 8 * width);
                }

                @Override
                public void out(int port, int value, int width) {}
            };

    private final PortDevice[] devices = new PortDevice[PORTS];

    /// A bus with no device on it.
    public PortBus() {
        Arrays.fill(devices, NOBODY);
    }

    /// Puts a device at the ports `first` to `last`, both included, for the life of the computer.
    ///
    /// @throws IllegalArgumentException if one of them is taken; the message names both devices
    public void claim(int first, int last, PortDevice device) {
        for (int port = first; port <= last; port++) {
            if (devices[port] != NOBODY) {
                throw new IllegalArgumentException(
                        "port "
                                + Integer.toHexString(port)
                                + " is claimed by "
                                + name(devices[port])
                                + " and again by "
                                + name(device));
            }
        }
        Arrays.fill(devices, first, last + 1, device);
    }

    private static String name(PortDevice device) {
        return device.getClass().getSimpleName();
    }

    /// Reads `width` bytes (1, 2 or 4) at `port`, 0 to 65,535. The device that claimed the first of
    /// the ports answers for all of them. Unclaimed ports read all ones of that width.
    public int in(int port, int width) {
        return devices[port].in(port, width);
    }

    /// Writes the low `width` bytes (1, 2 or 4) of `value`; at an unclaimed port they are lost.
    public void out(int port, int value, int width) {
        devices[port].out(port, value, width);
    }
}

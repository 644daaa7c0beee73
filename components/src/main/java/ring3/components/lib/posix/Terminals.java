package ring3.components.lib.posix;

import ring3.components.protocol.Tty;
import ring3.components.protocol.Vfs;
import ring3.syslib.Endpoint;
import ring3.syslib.Syslib;

/// Control requests of terminals, by descriptor. Each returns zero or more on success and a
/// negative error number on failure: ENOTTY for what is no terminal.
public final class Terminals {
    private static final int COLUMNS_OFFSET = 4;

    private final Syslib sys;
    private final Areas areas;

    Terminals(Syslib sys, Areas areas) {
        this.sys = sys;
        this.areas = areas;
    }

    /// Whether a terminal is behind the descriptor.
    public boolean isTerminal(int fd) {
        return mode(fd) >= 0;
    }

    /// Whether a terminal that people read is behind the descriptor: one that ends lines as screens
    /// need it. A terminal in raw mode is a plain line to another program.
    public boolean isScreen(int fd) {
        int mode = mode(fd);
        return mode >= 0 && (mode & Tty.ONLCR) != 0;
    }

    /// The mode, a set of the flags of [Tty].
    public int mode(int fd) {
        return get(fd, Tty.GET_MODE, 0);
    }

    /// Sets the mode.
    public int setMode(int fd, int mode) {
        return set(fd, Tty.SET_MODE, mode);
    }

    /// Makes `group` the process group that the interrupt and quit keys signal.
    public int setGroup(int fd, int group) {
        return set(fd, Tty.SET_GROUP, group);
    }

    /// How many characters fit in a row.
    public int columns(int fd) {
        return get(fd, Tty.GET_SIZE, COLUMNS_OFFSET);
    }

    private int get(int fd, int request, int offset) {
        int status = ioctl(fd, request);
        return status < 0 ? status : areas.memory().getInt(areas.transfer() + offset);
    }

    private int set(int fd, int request, int value) {
        areas.memory().putInt(areas.transfer(), value);
        return ioctl(fd, request);
    }

    private int ioctl(int fd, int request) {
        return sys.call(Endpoint.VFS, new Vfs.VfsIoctl(fd, request, areas.transfer()));
    }
}

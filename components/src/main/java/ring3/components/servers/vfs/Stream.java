package ring3.components.servers.vfs;

import ring3.syslib.Errno;

/// What is behind an open file: a file, a device or an end of a pipe. Each operation ends the call
/// that it is given, now or later. Counts are checked to be above zero, rights to be there.
interface Stream {
    /// Reads at most `bytes` bytes into the caller's memory.
    void read(Call call, Filp filp, int address, int bytes);

    /// Writes `bytes` bytes of the caller's memory.
    void write(Call call, Filp filp, int address, int bytes);

    /// A control request of a device.
    default void control(Call call, int request, int address) {
        throw new Refused(Errno.ENOTTY);
    }

    /// Whether there are positions in it.
    default boolean seekable() {
        return false;
    }

    /// The last descriptor is closed.
    default void close() {}
}

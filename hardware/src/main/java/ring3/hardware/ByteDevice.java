package ring3.hardware;

/// A device of eight-bit registers. As on the ISA bus, a wider access becomes one access per byte
/// at consecutive ports, lowest first; so a 16-bit write to the VGA index port sets index and data.
public interface ByteDevice extends PortDevice {
    /// What an empty or write-only register reads: nobody drives the data lines, and they float
    /// high.
    int FLOATING = 0xff;

    /// Reads one register, 0 to 255.
    int read(int port);

    /// Writes one register; `value` is 0 to 255.
    void write(int port, int value);

    @Override
    default int in(int port, int width) {
        int value = 0;
        for (int i = 0; i < width; i++) {
            value |= read(port + i) << (8 * i);
        }
        return value;
    }

    @Override
    default void out(int port, int value, int width) {
        for (int i = 0; i < width; i++) {
            write(port + i, (value >>> (8 * i)) & 0xff);
        }
    }
}

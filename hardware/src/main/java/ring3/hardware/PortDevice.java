package ring3.hardware;

/// A device as the port bus sees it: registers at numbered ports. Widths are in bytes: 1, 2 or 4.
public interface PortDevice {
    /// Reads the register at `port`, which may change the device as reading a real one does: an ATA
    /// status read takes the interrupt back.
    int in(int port, int width);

    /// Writes the low `width` bytes of `value` to the register at `port`; the rest is ignored.
    void out(int port, int value, int width);
}

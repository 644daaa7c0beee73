package ring3.hardware;

/// The wire on which a device asks for attention. It stays high from `raise` to `lower`; repeating
/// either changes nothing.
public interface InterruptLine {
    /// Drives the wire high: the device wants an interrupt.
    void raise();

    /// Lets the wire fall: the driver has served the device.
    void lower();
}

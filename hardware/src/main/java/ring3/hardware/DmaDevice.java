package ring3.hardware;

/// The devices that reach memory without the CPU. The [Iommu] knows them apart, as a real one does
/// by the number with which a device marks each access on the bus.
public enum DmaDevice {
    /// The bus master of the disk controller.
    ATA(0xc000),

    /// The two DMA channels of the Sound Blaster.
    SOUND(0x220);

    private final int port;

    DmaDevice(int port) {
        this.port = port;
    }

    /// The first of the ports by which the device is told what to transfer: whoever may use it
    /// commands the device.
    public int port() {
        return port;
    }
}

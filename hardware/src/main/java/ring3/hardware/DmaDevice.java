package ring3.hardware;

/// The devices that reach memory without the CPU. The [Iommu] knows them apart, as a real one does
/// by the number with which a device marks each access on the bus.
public enum DmaDevice {
    /// The bus master of the disk controller.
    ATA,

    /// The two DMA channels of the Sound Blaster.
    SOUND
}

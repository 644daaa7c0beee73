package ring3.hardware;

/// A device's way to the memory, past the CPU and through the [Iommu]. Addresses are physical, 32
/// bits without a sign.
///
/// An access is made page by page, in order. One that is refused ends in a master abort, as on the
/// PCI bus when nobody answers: nothing of that page has moved, the pages before it have.
public final class DmaPort {
    private static final int OFFSET_MASK = PhysicalMemory.FRAME_BYTES - 1;

    private final DmaDevice device;
    private final Iommu iommu;
    private final PhysicalMemory memory;

    /// The way of one device.
    public DmaPort(DmaDevice device, Iommu iommu, PhysicalMemory memory) {
        this.device = device;
        this.iommu = iommu;
        this.memory = memory;
    }

    /// Copies `length` bytes from memory into `into`, from `offset` on. False is a master abort:
    /// the device may not read one of the pages, or there is no memory.
    public boolean read(int address, byte[] into, int offset, int length) {
        return access(
                address,
                length,
                false,
                (frame, at, done, bytes) ->
                        System.arraycopy(frame, at, into, offset + done, bytes));
    }

    /// Copies `length` bytes of `from`, from `offset` on, to memory. False is a master abort: the
    /// device may not write one of the pages, or there is no memory.
    public boolean write(int address, byte[] from, int offset, int length) {
        return access(
                address,
                length,
                true,
                (frame, at, done, bytes) ->
                        System.arraycopy(from, offset + done, frame, at, bytes));
    }

    /// What happens to the bytes of one page.
    private interface Copy {
        void page(byte[] frame, int at, int done, int bytes);
    }

    private boolean access(int address, int length, boolean write, Copy copy) {
        int bytes;
        for (int done = 0; done < length; done += bytes) {
            int at = address + done;
            int offset = at & OFFSET_MASK;
            int number = at >>> PhysicalMemory.FRAME_SHIFT;
            bytes = Math.min(length - done, PhysicalMemory.FRAME_BYTES - offset);
            if (!iommu.admits(device, number, write)) {
                iommu.refuse(new Iommu.Fault(device, at, write));
                return false;
            }
            copy.page(memory.frame(number), offset, done, bytes);
        }
        return true;
    }
}

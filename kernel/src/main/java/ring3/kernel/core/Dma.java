package ring3.kernel.core;

import module ring3.events;

import ring3.events.KernelEvent.DmaRefused;

/// What devices may do to memory by themselves. The kernel opens frames of a driver's memory to the
/// devices that the driver may program, and to no other; the IOMMU refuses everything else.
public final class Dma {
    private final Core core;

    Dma(Core core) {
        this.core = core;
        Iommu iommu = core.computer.iommu();
        iommu.onFault(this::refused);
    }

    /// Opens memory of `owner` to the devices of `driver`.
    public void open(Proc driver, Proc owner, int address, int bytes, boolean write) {
        for (DmaDevice device : DmaDevice.values()) {
            if (driver.kernelMode || driver.priv.mayUsePort(device.port(), 1)) {
                for (int at = address; at - address < bytes; at = (at | PAGE_MASK) + 1) {
                    core.computer.iommu().allow(device, owner.memory.frame(at), write);
                }
            }
        }
    }

    private static final int PAGE_MASK = AddressSpace.PAGE_BYTES - 1;

    /// No device may use `frame` any more: it belongs to somebody else now.
    public void close(int frame) {
        for (DmaDevice device : DmaDevice.values()) {
            core.computer.iommu().forbid(device, frame);
        }
    }

    /// The devices of a driver that has ended reach no memory at all until the next one asks, and
    /// no device reaches the memory that a process had.
    void closeAll(Proc gone) {
        for (DmaDevice device : DmaDevice.values()) {
            if (gone.priv.isSystem() && gone.priv.mayUsePort(device.port(), 1)) {
                core.computer.iommu().forbidAll(device);
            }
        }
        for (int at = 0; at < gone.memory.end(); at += AddressSpace.PAGE_BYTES) {
            close(gone.memory.frame(at));
        }
    }

    private void refused(Iommu.Fault fault) {
        core.trace.tell((n, t) ->
                new DmaRefused(
                        n,
                        t,
                        Endpoint.HARDWARE,
                        fault.device().name(),
                        fault.address(),
                        fault.write()));
    }
}

package ring3.hardware;

import java.util.BitSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The guard between devices and memory: for each device a set of frames that it may read, and of
/// frames that it may write. It translates nothing, so devices go on using physical addresses.
///
/// The MMU holds a driver back but not its device: whoever can program a DMA address could have the
/// disk overwrite the kernel. At power-on the guard is on and admits nothing, so there is no moment
/// at which a device is unwatched.
public final class Iommu {
    private final Rights[] rights = new Rights[DmaDevice.values().length];
    private final int frames;
    private boolean enabled = true;
    private Consumer<Fault> listener = _ -> {};
    private @Nullable Fault latched;

    /// A guard for a memory of so many frames, as [PhysicalMemory#frames] counts them.
    public Iommu(int frames) {
        this.frames = frames;
        for (int i = 0; i < rights.length; i++) {
            rights[i] = new Rights(new BitSet(frames), new BitSet(frames));
        }
    }

    /// The frames that one device may use.
    private record Rights(BitSet readable, BitSet writable) {}

    /// An access that was refused. The device has moved no byte of that page.
    ///
    /// @param device who wanted it
    /// @param address the physical address of its first byte, 32 bits without a sign
    /// @param write whether the device wanted to change the memory
    public record Fault(DmaDevice device, int address, boolean write) {}

    /// Lets a device read a frame and, if `write`, change it too. It takes no right back that the
    /// device has already.
    public void allow(DmaDevice device, int frame, boolean write) {
        assert exists(frame) : "there is no such frame";
        Rights granted = of(device);
        granted.readable.set(frame);
        if (write) {
            granted.writable.set(frame);
        }
    }

    /// Takes back what a device may do with a frame; if it may do nothing, nothing changes.
    public void forbid(DmaDevice device, int frame) {
        assert exists(frame) : "there is no such frame";
        of(device).readable.clear(frame);
        of(device).writable.clear(frame);
    }

    /// Takes back all that a device may do, as when its driver has died.
    public void forbidAll(DmaDevice device) {
        of(device).readable.clear();
        of(device).writable.clear();
    }

    /// Whether a device would get through to a frame now. Asking is no access: it latches nothing.
    /// Where there is no frame nobody gets through.
    public boolean admits(DmaDevice device, int frame, boolean write) {
        if (!exists(frame)) {
            return false;
        }
        return !enabled || (write ? of(device).writable : of(device).readable).get(frame);
    }

    private boolean exists(int frame) {
        return frame >= 0 && frame < frames;
    }

    private Rights of(DmaDevice device) {
        return rights[device.ordinal()];
    }

    /// Switches the guard off, which makes the computer one without an IOMMU, or on again. What the
    /// devices are allowed is kept meanwhile and can be changed.
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    /// Whether the guard is on.
    public boolean isEnabled() {
        return enabled;
    }

    /// From now on tells `listener`, in place of an earlier one, of each refused access at the
    /// moment of it.
    public void onFault(Consumer<Fault> listener) {
        this.listener = listener;
    }

    /// Takes the first refused access since the last call out of the latch; null if there was none.
    /// Later ones were told to the listener only, as real fault registers keep the first cause.
    public @Nullable Fault takeFault() {
        Fault fault = latched;
        latched = null;
        return fault;
    }

    /// Notes an access that was not admitted. With the guard off nobody has noticed it: a device
    /// has merely addressed memory that is not there.
    void refuse(Fault fault) {
        if (enabled) {
            if (latched == null) {
                latched = fault;
            }
            listener.accept(fault);
        }
    }
}

package ring3.kernel.boot;

/// An executable that is in memory when the machine starts (minix: kernel/table.c, the boot image).
public final class BootModule {
    private final String name;
    private final int slot;
    private final byte[] image;
    private final byte[] frame;
    private final int memoryBytes;

    /// A module.
    ///
    /// @param name what the process will be called
    /// @param slot the slot in which the kernel puts it, or [ring3.syslib.KernelInfo#NO_SLOT] for
    ///   one that the kernel leaves to the reincarnation server
    /// @param image the executable
    /// @param frame its arguments, as exec hands them over; may be empty
    /// @param memoryBytes memory it gets besides its image and arguments
    public BootModule(String name, int slot, byte[] image, byte[] frame, int memoryBytes) {
        this.name = name;
        this.slot = slot;
        this.image = image.clone();
        this.frame = frame.clone();
        this.memoryBytes = memoryBytes;
    }

    public String name() {
        return name;
    }

    public int slot() {
        return slot;
    }

    public byte[] image() {
        return image.clone();
    }

    public byte[] frame() {
        return frame.clone();
    }

    public int memoryBytes() {
        return memoryBytes;
    }
}

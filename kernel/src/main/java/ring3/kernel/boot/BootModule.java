package ring3.kernel.boot;

/// An executable that is in memory when the machine starts (minix: kernel/table.c, the boot image).
///
/// @param name what the process will be called
/// @param slot the slot in which the kernel puts it, or [ring3.syslib.KernelInfo#NO_SLOT] for one
///   that the kernel leaves to the reincarnation server
/// @param image the executable
/// @param frame its arguments, as exec hands them over; may be empty
/// @param memoryBytes memory it gets besides its image and arguments
public record BootModule(String name, int slot, byte[] image, byte[] frame, int memoryBytes) {}

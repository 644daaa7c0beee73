package ring3.syslib;

/// Tells vm that a process touched memory that is not mapped, or not for writing. The kernel sends
/// it in the name of that process, which then waits until SYS_VMCTL clears its page fault; no reply
/// is expected (minix: kernel/arch/i386/exception.c, pagefault).
///
/// @param address the first byte that was not there
/// @param write whether it was to be written
public record VmPagefault(int address, boolean write) implements Message {
    @Override
    public int type() {
        return 0xCFF;
    }
}

package ring3.hardware;

/// What things cost in virtual time, in nanoseconds. The defaults are of the order that was
/// published for MINIX 3 on a 2.2 GHz machine: about 500 ns a message (;login:, 2006).
///
/// @param instruction an instruction of a program, at least 1
/// @param user what a process needs for an entry into the kernel besides its counted instructions
/// @param trap entering and leaving the kernel
/// @param message a message that is passed
/// @param contextSwitch going to another process
/// @param interrupt catching an interrupt and running its hooks
/// @param port one access to a port
/// @param copyKib copying 1,024 bytes
public record CostModel(
        long instruction,
        long user,
        long trap,
        long message,
        long contextSwitch,
        long interrupt,
        long port,
        long copyKib) {
    /// The costs of a machine of 2006.
    public static final CostModel DEFAULT = new CostModel(1, 250, 150, 350, 400, 800, 600, 400);

    /// The cost of copying `bytes`.
    public long copy(int bytes) {
        return copyKib * bytes >> 10;
    }
}

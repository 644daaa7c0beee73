package ring3.syslib;

/// The memory of a process, as its own instructions see it: bytes at virtual addresses, numbers
/// little-endian. An access to an address that is not mapped is a page fault: the kernel stops the
/// process there and the call never returns.
public interface Memory {
    /// The byte at `address`, 0 to 255.
    int getByte(int address);

    /// The unsigned 16-bit number at `address`.
    int getShort(int address);

    /// The 32-bit number at `address`.
    int getInt(int address);

    /// The 64-bit number at `address`.
    long getLong(int address);

    /// Stores the low 8 bits of `value`.
    void putByte(int address, int value);

    /// Stores the low 16 bits of `value`.
    void putShort(int address, int value);

    /// Stores 32 bits.
    void putInt(int address, int value);

    /// Stores 64 bits.
    void putLong(int address, long value);

    /// Loads `length` bytes from `address` into `into`.
    void get(int address, byte[] into, int offset, int length);

    /// Stores `length` bytes of `from` at `address`.
    void put(int address, byte[] from, int offset, int length);

    /// Stores the low 8 bits of `value` in `length` bytes from `address` on.
    void fill(int address, int length, int value);

    /// Moves `length` bytes within this memory; the two places may overlap.
    void move(int from, int to, int length);
}

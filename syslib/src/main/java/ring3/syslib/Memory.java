package ring3.syslib;

/// The memory of a process, as its own instructions see it: bytes at virtual addresses, numbers
/// little-endian. An access to an address that is not mapped is a page fault: the process goes on
/// when vm has mapped it, and never when it must not.
public interface Memory {
    /// The number of `width` bytes, 1 to 8, at `address`, zero-extended.
    long load(int address, int width);

    /// Stores the low `width` bytes, 1 to 8, of `value`.
    void store(int address, long value, int width);

    /// The byte at `address`, 0 to 255.
    default int getByte(int address) {
        return (int) load(address, Byte.BYTES);
    }

    /// The unsigned 16-bit number at `address`.
    default int getShort(int address) {
        return (int) load(address, Short.BYTES);
    }

    /// The 32-bit number at `address`.
    default int getInt(int address) {
        return (int) load(address, Integer.BYTES);
    }

    /// The 64-bit number at `address`.
    default long getLong(int address) {
        return load(address, Long.BYTES);
    }

    /// Stores the low 8 bits of `value`.
    default void putByte(int address, int value) {
        store(address, value, Byte.BYTES);
    }

    /// Stores the low 16 bits of `value`.
    default void putShort(int address, int value) {
        store(address, value, Short.BYTES);
    }

    /// Stores 32 bits.
    default void putInt(int address, int value) {
        store(address, value, Integer.BYTES);
    }

    /// Stores 64 bits.
    default void putLong(int address, long value) {
        store(address, value, Long.BYTES);
    }

    /// Loads `length` bytes from `address` into `into`.
    void get(int address, byte[] into, int offset, int length);

    /// Stores `length` bytes of `from` at `address`.
    void put(int address, byte[] from, int offset, int length);

    /// Stores the low 8 bits of `value` in `length` bytes from `address` on.
    void fill(int address, int length, int value);

    /// Moves `length` bytes within this memory; the two places may overlap.
    void move(int from, int to, int length);
}

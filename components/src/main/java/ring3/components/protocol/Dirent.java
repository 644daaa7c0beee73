package ring3.components.protocol;

import java.nio.charset.StandardCharsets;
import ring3.syslib.Memory;

/// A directory entry as GETDENTS stores it: inode number, length of the whole record (a multiple of
/// 4), length of the name (16 bits each), then the name.
public record Dirent(int inode, String name) {
    private static final int HEADER_BYTES = 8;

    /// Bytes that it takes in memory.
    public int bytes() {
        return recordBytes(name.length());
    }

    private static int recordBytes(int nameLength) {
        return (HEADER_BYTES + nameLength + 3) & ~3;
    }

    /// Stores it at `address`.
    public void store(Memory memory, int address) {
        byte[] encoded = name.getBytes(StandardCharsets.ISO_8859_1);
        memory.putInt(address, inode);
        memory.putShort(address + 4, bytes());
        memory.putShort(address + 6, encoded.length);
        memory.put(address + HEADER_BYTES, encoded, 0, encoded.length);
    }

    /// Loads the one that lies at `address`.
    public static Dirent load(Memory memory, int address) {
        byte[] encoded = new byte[memory.getShort(address + 6)];
        memory.get(address + HEADER_BYTES, encoded, 0, encoded.length);
        return new Dirent(memory.getInt(address), new String(encoded, StandardCharsets.ISO_8859_1));
    }
}

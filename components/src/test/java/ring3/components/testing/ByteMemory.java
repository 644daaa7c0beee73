package ring3.components.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import ring3.syslib.Memory;

/// The memory of one process: bytes from address 0 on, all of them mapped.
public final class ByteMemory implements Memory {
    private final ByteBuffer bytes;

    /// Memory of `size` zero bytes.
    public ByteMemory(int size) {
        bytes = ByteBuffer.allocate(size);
    }

    /// How many bytes it has.
    public int size() {
        return bytes.capacity();
    }

    @Override
    public long load(int address, int width) {
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = value << 8 | bytes.get(address + i) & 0xff;
        }
        return value;
    }

    @Override
    public void store(int address, long value, int width) {
        for (int i = 0; i < width; i++) {
            bytes.put(address + i, (byte) (value >>> 8 * i));
        }
    }

    @Override
    public void get(int address, byte[] into, int offset, int length) {
        bytes.get(address, into, offset, length);
    }

    @Override
    public void put(int address, byte[] from, int offset, int length) {
        bytes.put(address, from, offset, length);
    }

    @Override
    public void fill(int address, int length, int value) {
        Arrays.fill(bytes.array(), address, address + length, (byte) value);
    }

    @Override
    public void move(int from, int to, int length) {
        System.arraycopy(bytes.array(), from, bytes.array(), to, length);
    }

    /// Stores text, one byte a character, without a zero behind it; returns its length.
    public int putText(int address, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.ISO_8859_1);
        bytes.put(address, encoded);
        return encoded.length;
    }

    /// The text of `length` bytes at `address`.
    public String text(int address, int length) {
        return new String(bytes.array(), address, length, StandardCharsets.ISO_8859_1);
    }
}

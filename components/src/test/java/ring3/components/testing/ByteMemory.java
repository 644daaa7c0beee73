package ring3.components.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import ring3.syslib.Memory;

/// The memory of one process: bytes from address 0 on, all of them mapped.
public final class ByteMemory implements Memory {
    private final ByteBuffer bytes;

    /// Memory of `size` zero bytes.
    public ByteMemory(int size) {
        bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// How many bytes it has.
    public int size() {
        return bytes.capacity();
    }

    @Override
    public int getByte(int address) {
        return bytes.get(address) & 0xff;
    }

    @Override
    public int getShort(int address) {
        return bytes.getShort(address) & 0xffff;
    }

    @Override
    public int getInt(int address) {
        return bytes.getInt(address);
    }

    @Override
    public long getLong(int address) {
        return bytes.getLong(address);
    }

    @Override
    public void putByte(int address, int value) {
        bytes.put(address, (byte) value);
    }

    @Override
    public void putShort(int address, int value) {
        bytes.putShort(address, (short) value);
    }

    @Override
    public void putInt(int address, int value) {
        bytes.putInt(address, value);
    }

    @Override
    public void putLong(int address, long value) {
        bytes.putLong(address, value);
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

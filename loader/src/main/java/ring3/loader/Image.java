package ring3.loader;

import java.util.Arrays;
import java.util.zip.CRC32;

/// All bytes of an executable, by which a program is known: two images are equal when every byte
/// is. The hash code is a checksum that the host computes in no time even when it has just begun.
record Image(byte[] bytes) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Image(byte[] others) && Arrays.equals(bytes, others);
    }

    @Override
    public int hashCode() {
        var checksum = new CRC32();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}

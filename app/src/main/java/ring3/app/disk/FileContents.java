package ring3.app.disk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// What a file holds, read and written as a whole.
final class FileContents {
    private static final int HOLE = 0;

    private final Volume volume;
    private final Inode inode;
    private final FileZones zones;
    private final int blockSize;

    FileContents(Volume volume, Inode inode) {
        this.volume = volume;
        this.inode = inode;
        zones = new FileZones(volume, inode);
        blockSize = volume.layout().blockSize();
    }

    /// All of it. Throws [DiskError] for a damaged file.
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// Writes all of it. Throws [DiskError] for a damaged file, before the first byte.
    void writeTo(OutputStream out) throws IOException {
        int[] numbers = zoneNumbers();
        byte[] block = new byte[blockSize];
        int left = inode.size();
        for (int number : numbers) {
            if (number == HOLE) {
                Arrays.fill(block, (byte) 0);
            } else {
                volume.zone(number).get(0, block);
            }
            out.write(block, 0, Math.min(blockSize, left));
            left -= blockSize;
        }
    }

    /// The zone of each of its blocks, known to be there.
    int[] zoneNumbers() {
        int size = inode.size();
        if (size < 0 || size > volume.layout().longestFile()) {
            throw new DiskError("inode " + inode.number(), "it is damaged: its size is " + size);
        }
        int[] numbers = new int[DiskLayout.blocksFor(size, blockSize)];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = zones.get(index);
            if (numbers[index] != HOLE) {
                volume.zone(numbers[index]);
            }
        }
        return numbers;
    }

    /// Puts all that a stream gives in the place of what there was. Throws [DiskError] when it does
    /// not fit; the file is half written then.
    void replace(InputStream contents) throws IOException {
        zones.free();
        long size = 0;
        for (byte[] bytes = contents.readNBytes(blockSize);
                bytes.length > 0;
                bytes = contents.readNBytes(blockSize)) {
            requireLength(size + bytes.length);
            ByteBuffer block = volume.blocks().write(zones.make((int) (size / blockSize)));
            block.put(0, bytes);
            size += bytes.length;
        }
        inode.setSize((int) size);
    }

    private void requireLength(long length) {
        long longest = volume.layout().longestFile();
        if (length > longest) {
            throw new DiskError("disk", "a file here has at most %d bytes".formatted(longest));
        }
    }
}

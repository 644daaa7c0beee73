package ring3.app.drive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import ring3.app.FileTrouble;
import ring3.hardware.DiskImage;

/// A disk whose sectors lie in a file of the host.
final class FileImage implements DiskImage, AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final long sectors;

    FileImage(Path file, boolean writable) throws IOException {
        this.file = file;
        channel =
                writable
                        ? FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)
                        : FileChannel.open(file, StandardOpenOption.READ);
        sectors = channel.size() / SECTOR_BYTES;
    }

    @Override
    public long sectors() {
        return sectors;
    }

    @Override
    public void read(long sector, byte[] into, int offset) {
        ByteBuffer buffer = ByteBuffer.wrap(into, offset, SECTOR_BYTES);
        try {
            for (int count = 0; buffer.hasRemaining() && count >= 0; ) {
                count = channel.read(buffer, sector * SECTOR_BYTES + buffer.position() - offset);
            }
        } catch (IOException problem) {
            throw FileTrouble.with(file, problem);
        }
    }

    @Override
    public void write(long sector, byte[] from, int offset) {
        ByteBuffer buffer = ByteBuffer.wrap(from, offset, SECTOR_BYTES);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer, sector * SECTOR_BYTES + buffer.position() - offset);
            }
        } catch (IOException problem) {
            throw FileTrouble.with(file, problem);
        }
    }

    /// Returns when everything that was written is safe on the host's disk.
    @Override
    public void close() {
        try (channel) {
            channel.force(true);
        } catch (IOException problem) {
            throw FileTrouble.with(file, problem);
        }
    }
}

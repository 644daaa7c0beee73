package ring3.app.disk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;

/// Puts files on a disk whose bytes lie in memory, as [ReadFileSystem] reads them. What does not
/// fit is told by a [DiskError]; the bytes change at [#commit()] and not before.
public final class ChangeFileSystem {
    private static final int DIRECTORY_PERMISSIONS = 0755;

    private final byte[] bytes;
    private final Volume volume;
    private final PathLookup paths;
    private final WriteFileSystem write;

    /// A disk of these bytes. Throws [DiskError] when there is no file system on it.
    public ChangeFileSystem(byte[] bytes) {
        this.bytes = bytes;
        volume = Volume.open(MemorySegment.ofArray(bytes).asReadOnly());
        paths = new PathLookup(volume);
        write = new WriteFileSystem(volume, MakeFileSystem.MADE_SECONDS);
    }

    /// Puts a file at an absolute path, in the place of one that is there; directories on the way
    /// come into being.
    public void put(String path, int permissions, byte[] contents) {
        Inode there = paths.search(volume.root(), path);
        Inode file =
                there != null
                        ? there
                        : write.file(
                                directory(DiskTree.parent(path)), DiskTree.name(path), permissions);
        try {
            write.replace(file, permissions, new ByteArrayInputStream(contents));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Inode directory(String path) {
        Inode there = paths.search(volume.root(), path);
        return there != null
                ? there
                : write.directory(
                        directory(DiskTree.parent(path)),
                        DiskTree.name(path),
                        DIRECTORY_PERMISSIONS);
    }

    /// Writes all that was put into the bytes.
    public void commit() {
        try {
            volume.blocks()
                    .commit((position, block) ->
                            block.get(bytes, (int) position, block.remaining()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

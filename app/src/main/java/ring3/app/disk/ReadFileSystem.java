package ring3.app.disk;

import java.lang.foreign.MemorySegment;
import java.util.SortedMap;

/// Reads a MINIX V3 disk image on the host: lists directories and fetches files. What is not there
/// or damaged is told by a [DiskError].
public final class ReadFileSystem {
    private final Volume volume;
    private final PathLookup paths;

    /// A view of the bytes of an image. Throws [DiskError] for anything else.
    public ReadFileSystem(byte[] bytes) {
        volume = Volume.open(MemorySegment.ofArray(bytes));
        paths = new PathLookup(volume);
    }

    /// The names in a directory and their inode numbers, without "." and "..".
    public SortedMap<String, Integer> list(String path) {
        return new Directory(volume, paths.find(path)).names();
    }

    /// The contents of a file.
    public byte[] read(String path) {
        return new FileContents(volume, paths.find(path)).bytes();
    }

    /// Type and permissions of what lies at `path`.
    public int mode(String path) {
        return paths.find(path).mode();
    }

    /// The device number of the device node at `path`.
    public int device(String path) {
        return paths.find(path).zone(0);
    }

    /// Whether there is anything at `path`.
    public boolean exists(String path) {
        return paths.search(volume.root(), path) != null;
    }
}

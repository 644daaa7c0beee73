package ring3.app.disk;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ring3.app.BadInput;
import ring3.app.FileTrouble;

/// A disk image in a file of the host, and what can be done with it. Whatever is wrong with the
/// file or with what was asked becomes a [BadInput] that names the file.
public final class ImageFile {
    private static final OpenOption[] READ = {StandardOpenOption.READ};
    private static final OpenOption[] CHANGE = {StandardOpenOption.READ, StandardOpenOption.WRITE};
    private static final OpenOption[] MAKE = {
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING
    };

    private final Path path;

    /// Work on an image that is open.
    private interface Work<T> {
        T on(FileChannel channel, Arena arena) throws IOException;
    }

    /// The image that lies at `path`, or is to be made there.
    public ImageFile(Path path) {
        this.path = path;
    }

    /// Makes sure that there is a MINIX V3 file system, as far as one can see at a glance.
    public void require() {
        open(READ, (channel, arena) -> requireFit(map(channel, arena)));
    }

    private static Superblock requireFit(MemorySegment image) {
        Superblock superblock = Superblock.of(image);
        String misfit = superblock.misfit(image.byteSize());
        if (misfit != null) {
            throw new DiskError(Superblock.PLACE, misfit);
        }
        return superblock;
    }

    /// What somebody reads in the file system.
    public <T> T read(Function<Volume, T> reader) {
        return open(READ, (channel, arena) -> reader.apply(Volume.open(map(channel, arena))));
    }

    /// Makes sure that a file of the host that is to be written is not the image itself.
    public void requireOther(Path target) {
        try {
            if (Files.exists(target) && Files.isSameFile(path, target)) {
                throw new BadInput(target, "it is the image itself");
            }
        } catch (IOException problem) {
            throw FileTrouble.with(path, problem);
        }
    }

    /// What is wrong with the file system, a sentence each; nothing when it is in order.
    public List<String> check() {
        return open(READ, (channel, arena) -> CheckFileSystem.findings(map(channel, arena)));
    }

    /// Changes the file system, all or nothing. A damaged one is refused: what its bitmaps call
    /// free may be somebody's.
    public void change(Consumer<Volume> writer) {
        open(
                CHANGE,
                (channel, arena) -> {
                    MemorySegment image = map(channel, arena);
                    if (!CheckFileSystem.findings(image).isEmpty()) {
                        throw new DiskError(
                                "file system", "it is damaged; ring3 disk check tells how");
                    }
                    Volume volume = Volume.open(image);
                    writer.accept(volume);
                    return commit(volume, channel);
                });
    }

    /// Makes an image with an empty file system.
    ///
    /// @param bytes its size
    /// @param blockSize 1024, 2048 or 4096
    /// @param inodes how many files there can be, or null for one in three blocks
    /// @param replace whether a file that is there already may go
    /// @param seconds when it is now, since 1970
    public void make(
            long bytes, int blockSize, @Nullable Long inodes, boolean replace, int seconds) {
        if (Files.exists(path) && !replace) {
            throw new BadInput(path, "it exists already; --force makes a new one in its place");
        }
        DiskLayout layout = layout(bytes, blockSize, inodes);
        open(
                MAKE,
                (channel, arena) -> {
                    channel.write(ByteBuffer.allocate(1), bytes - 1);
                    Volume volume = new Volume(map(channel, arena), layout);
                    WriteFileSystem write = new WriteFileSystem(volume, seconds);
                    write.format();
                    write.root(0755);
                    return commit(volume, channel);
                });
    }

    private DiskLayout layout(long bytes, int blockSize, @Nullable Long inodes) {
        long zones = bytes / Math.max(1, blockSize);
        long wanted = inodes == null ? DiskLayout.usualInodes(zones) : inodes;
        try {
            return DiskLayout.of(blockSize, wanted, zones);
        } catch (DiskError error) {
            throw told(error);
        }
    }

    private <T> T open(OpenOption[] options, Work<T> work) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new BadInput(path, "a disk image is a regular file, and this is none");
        }
        try (FileChannel channel = FileChannel.open(path, options);
                Arena arena = Arena.ofConfined()) {
            return work.on(channel, arena);
        } catch (IOException problem) {
            throw FileTrouble.with(path, problem);
        } catch (DiskError error) {
            throw told(error);
        }
    }

    private BadInput told(DiskError error) {
        return new BadInput(path, error.place(), error.reason());
    }

    private static MemorySegment map(FileChannel channel, Arena arena) throws IOException {
        return channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
    }

    private static Volume commit(Volume volume, FileChannel channel) throws IOException {
        volume.blocks()
                .commit((position, block) -> {
                    while (block.hasRemaining()) {
                        channel.write(block, position + block.position());
                    }
                });
        channel.force(true);
        return volume;
    }
}

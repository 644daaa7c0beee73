package ring3.app.disk;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/// Looks at the entries of a directory: where they lead, and whether each has a name of its own.
final class CheckDirectory {
    private static final List<String> DOTS = List.of(Directory.SELF, Directory.PARENT);

    private final Volume volume;
    private final Findings findings;
    private final Reach reach;
    private final IntConsumer count;
    private final Set<String> names = new TreeSet<>();

    /// Is told of each name that leads to an inode.
    interface Reach {
        /// There is the inode `number`, and the directory with the inode `parent` leads to it.
        void to(String path, int number, int parent);
    }

    /// @param count is told where "." and ".." lead, which is no new place
    CheckDirectory(Volume volume, Findings findings, Reach reach, IntConsumer count) {
        this.volume = volume;
        this.findings = findings;
        this.reach = reach;
        this.count = count;
    }

    void check(CheckFileSystem.Found directory) {
        int size = directory.inode().size();
        if (size % DiskLayout.ENTRY_BYTES != 0 || size < DOTS.size() * DiskLayout.ENTRY_BYTES) {
            findings.add(
                    directory.path(),
                    "a directory of %d bytes is not made of two or more entries".formatted(size));
        }
        for (ZoneUse.Block block : directory.blocks()) {
            int blockSize = volume.layout().blockSize();
            long length = Math.min(blockSize, size - block.index() * blockSize);
            long position = block.index() * blockSize / DiskLayout.ENTRY_BYTES;
            for (Directory.Entry entry :
                    Directory.entries(volume.zone(block.zone()), (int) Math.max(0, length))) {
                check(directory, entry, position++);
            }
        }
        requireDots(directory);
    }

    private void check(CheckFileSystem.Found directory, Directory.Entry entry, long position) {
        if (entry.isFree()) {
            return;
        }
        String path = DiskTree.child(directory.path(), entry.name());
        if (!volume.hasInode(entry.inode())) {
            findings.add(
                    path,
                    "it leads to inode %s of %d"
                            .formatted(
                                    Integer.toUnsignedString(entry.inode()),
                                    volume.layout().inodes()));
        } else if (position < DOTS.size() && entry.name().equals(DOTS.get((int) position))) {
            checkDot(directory, entry, path);
        } else {
            checkName(entry.name(), path);
            reach.to(path, entry.inode(), directory.inode().number());
        }
    }

    private void checkDot(CheckFileSystem.Found directory, Directory.Entry entry, String path) {
        boolean self = entry.name().equals(Directory.SELF);
        int wanted = self ? directory.inode().number() : directory.parent();
        names.add(entry.name());
        count.accept(entry.inode());
        if (entry.inode() != wanted) {
            findings.add(
                    path, "it leads to inode %d instead of %d".formatted(entry.inode(), wanted));
        }
    }

    private void checkName(String name, String path) {
        if (name.isEmpty() || name.contains(DiskTree.ROOT)) {
            findings.add(path, "nobody can use a name that is empty or has a slash in it");
        } else if (DOTS.contains(name)) {
            findings.add(path, "this name is for the first two entries");
        } else if (!names.add(name)) {
            findings.add(path, "there are two of this name");
        }
    }

    private void requireDots(CheckFileSystem.Found directory) {
        if (!names.containsAll(DOTS)) {
            findings.add(directory.path(), "it does not begin with . and ..");
        }
    }
}

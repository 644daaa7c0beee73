package ring3.app.disk;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Compares what a file system says of itself with what its directories lead to. It believes
/// nothing, finds what `fsck.minix` finds, and repairs nothing.
final class CheckFileSystem {
    private final Volume volume;
    private final Findings findings = new Findings();
    private final InodeUse inodes;
    private final ZoneUse zones;
    private final Deque<Found> directories = new ArrayDeque<>();

    /// A directory that is to be looked into.
    ///
    /// @param parent the inode of the directory that leads to it
    /// @param blocks its blocks that can be read
    record Found(String path, Inode inode, int parent, List<ZoneUse.Block> blocks) {}

    private CheckFileSystem(Volume volume) {
        this.volume = volume;
        inodes = new InodeUse(volume, findings);
        zones = new ZoneUse(volume, findings);
    }

    /// What is wrong with the file system of an image, a sentence each. Throws [DiskError] when
    /// there is none.
    static List<String> findings(MemorySegment image) {
        String fault = Superblock.of(image).fault(image.byteSize());
        return fault == null
                ? new CheckFileSystem(Volume.open(image)).run()
                : List.of(Superblock.PLACE + ": " + fault);
    }

    private List<String> run() {
        Inode root = volume.root();
        if (!root.isDirectory()) {
            findings.add(
                    "inode 1",
                    "it should be the root directory, and its mode is %06o".formatted(root.mode()));
            return findings.sentences();
        }
        inodes.name(root.number(), DiskTree.ROOT);
        look(DiskTree.ROOT, root, root.number());
        while (!directories.isEmpty()) {
            Found directory = directories.remove();
            new CheckDirectory(volume, findings, this::reach, inodes::count).check(directory);
        }
        inodes.compare();
        zones.compare(inodes);
        return findings.sentences();
    }

    /// An entry leads to this inode, which there is.
    private void reach(String path, int number, int parent) {
        Inode inode = volume.inode(number);
        inodes.count(number);
        if (inodes.name(number, path)) {
            look(path, inode, parent);
        } else if (inode.isDirectory()) {
            findings.add(path, "the directory %s is here too".formatted(inodes.name(number)));
        }
    }

    /// Looks at a file that was not seen before.
    private void look(String path, Inode inode, int parent) {
        if (!inode.hasZones()) {
            requireType(path, inode);
            return;
        }
        List<ZoneUse.Block> blocks = zones.claim(path, inode);
        if (inode.size() < 0 || inode.size() > volume.layout().longestFile()) {
            findings.add(
                    path,
                    "its size is %d bytes, and a file has 0 to %d"
                            .formatted(inode.size(), volume.layout().longestFile()));
        }
        if (inode.isDirectory()) {
            directories.add(new Found(path, inode, parent, blocks));
        }
    }

    private void requireType(String path, Inode inode) {
        int type = inode.type();
        if (!inode.isDevice() && type != DiskLayout.FIFO && type != DiskLayout.SOCKET) {
            findings.add(path, "its mode %06o is that of no file".formatted(inode.mode()));
        }
    }
}

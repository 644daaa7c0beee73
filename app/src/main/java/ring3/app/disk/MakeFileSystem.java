package ring3.app.disk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.TreeMap;

/// Makes a MINIX V3 disk image from a tree of files. The same tree gives the same bytes, always.
public final class MakeFileSystem {
    /// 2026-01-01 00:00:00 UTC, when everything on a new disk was made.
    static final int MADE_SECONDS = 1_767_225_600;

    private static final int SPARE_INODES = 1024;

    private final WriteFileSystem write;
    private final TreeMap<String, Inode> directories = new TreeMap<>();

    private MakeFileSystem(Volume volume) {
        write = new WriteFileSystem(volume, MADE_SECONDS);
    }

    /// The bytes of a disk that holds the tree.
    ///
    /// @param blockSize 1024, 2048 or 4096; `fsck.minix` knows 1024 alone
    /// @param freeBytes how much room there is to be for new files, at least
    public static byte[] build(DiskTree tree, int blockSize, int freeBytes) {
        int needed = 0;
        for (DiskNode node : tree.nodes().values()) {
            needed += zonesFor(node, tree, blockSize);
        }
        int inodes = tree.nodes().size() + SPARE_INODES;
        int zones = needed + DiskLayout.blocksFor(freeBytes, blockSize);
        // For itself the file system takes fewer blocks than there are inodes.
        int own = DiskLayout.of(blockSize, inodes, zones + inodes).firstData();
        return build(tree, DiskLayout.of(blockSize, inodes, zones + own));
    }

    /// More than enough: a directory may have every file in it, a file all its indirect blocks.
    private static int zonesFor(DiskNode node, DiskTree tree, int blockSize) {
        long bytes =
                switch (node) {
                    case DiskNode.RegularFile file -> file.contents().length;
                    case DiskNode.Directory _ ->
                            (tree.nodes().size() + 2L) * DiskLayout.ENTRY_BYTES;
                    case DiskNode.CharacterDevice _, DiskNode.BlockDevice _ -> 0;
                };
        int blocks = DiskLayout.blocksFor(bytes, blockSize);
        return blocks + DiskLayout.blocksFor(blocks, blockSize / Integer.BYTES) + 2;
    }

    private static byte[] build(DiskTree tree, DiskLayout layout) {
        byte[] image = new byte[layout.zones() * layout.blockSize()];
        Volume volume = new Volume(MemorySegment.ofArray(image), layout);
        try {
            new MakeFileSystem(volume).add(tree);
            volume.blocks().commit((at, block) -> block.get(image, (int) at, layout.blockSize()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return image;
    }

    private void add(DiskTree tree) throws IOException {
        write.format();
        for (Map.Entry<String, DiskNode> entry : tree.nodes().entrySet()) {
            String path = entry.getKey();
            DiskNode node = entry.getValue();
            Inode parent = directories.get(DiskTree.parent(path));
            if (parent == null) {
                directories.put(path, write.root(node.permissions()));
            } else {
                add(parent, path, node);
            }
        }
    }

    private void add(Inode parent, String path, DiskNode node) throws IOException {
        String name = DiskTree.name(path);
        int permissions = node.permissions();
        switch (node) {
            case DiskNode.Directory _ ->
                    directories.put(path, write.directory(parent, name, permissions));
            case DiskNode.RegularFile file ->
                    write.replace(
                            write.file(parent, name, permissions),
                            permissions,
                            new ByteArrayInputStream(file.contents()));
            case DiskNode.CharacterDevice(_, int major, int minor) ->
                    addDevice(parent, name, DiskLayout.CHARACTER | permissions, major, minor);
            case DiskNode.BlockDevice(_, int major, int minor) ->
                    addDevice(parent, name, DiskLayout.BLOCK | permissions, major, minor);
        }
    }

    private void addDevice(Inode parent, String name, int mode, int major, int minor) {
        write.device(parent, name, mode, major << Byte.SIZE | minor);
    }
}

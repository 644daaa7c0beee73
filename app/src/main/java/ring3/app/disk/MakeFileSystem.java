package ring3.app.disk;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// The project's mkfs: makes a MINIX V3 disk image from a tree of files. The same tree gives the
/// same bytes, always.
public final class MakeFileSystem {
    /// 2026-01-01 00:00:00 UTC, when everything on a new disk was made.
    private static final int MADE_SECONDS = 1_767_225_600;

    private static final int MAX_SIZE = Integer.MAX_VALUE;
    private static final int SPARE_INODES = 1024;

    private final DiskLayout layout;
    private final DiskTree tree;
    private final ByteBuffer image;
    private final TreeMap<String, Integer> inodes = new TreeMap<>();
    private int nextZone;

    private MakeFileSystem(DiskLayout layout, DiskTree tree) {
        this.layout = layout;
        this.tree = tree;
        this.image = ByteBuffer.allocate(layout.zones() * layout.blockSize());
        image.order(ByteOrder.LITTLE_ENDIAN);
        this.nextZone = layout.firstData();
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
        DiskLayout empty = DiskLayout.of(blockSize, inodes, zones);
        // The bitmap grows with the disk, at worst by one block for the blocks that come here.
        DiskLayout layout = DiskLayout.of(blockSize, inodes, zones + empty.firstData() + 1);
        return new MakeFileSystem(layout, tree).build();
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

    private byte[] build() {
        for (String path : tree.nodes().keySet()) {
            inodes.put(path, inodes.size() + DiskLayout.ROOT_INODE);
        }
        for (Map.Entry<String, DiskNode> entry : tree.nodes().entrySet()) {
            add(entry.getKey(), entry.getValue());
        }
        superBlock();
        int inodeMap = DiskLayout.INODE_MAP;
        bitmap(inodeMap, layout.inodeMapBlocks(), inodes.size() + 1, layout.inodes() + 1);
        int zoneMap = inodeMap + layout.inodeMapBlocks();
        int used = nextZone - layout.firstData() + 1;
        bitmap(zoneMap, layout.zoneMapBlocks(), used, layout.zones() - layout.firstData() + 1);
        return image.array();
    }

    private void add(String path, DiskNode node) {
        switch (node) {
            case DiskNode.Directory(int permissions) -> addDirectory(path, permissions);
            case DiskNode.RegularFile file ->
                    addFile(path, DiskLayout.REGULAR | file.permissions(), 1, file.contents());
            case DiskNode.CharacterDevice(int permissions, int major, int minor) ->
                    addDevice(path, DiskLayout.CHARACTER | permissions, major, minor);
            case DiskNode.BlockDevice(int permissions, int major, int minor) ->
                    addDevice(path, DiskLayout.BLOCK | permissions, major, minor);
        }
    }

    private void addDirectory(String path, int permissions) {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        entry(entries, path, ".");
        entry(entries, path.equals(DiskTree.ROOT) ? path : DiskTree.parent(path), "..");
        int links = 2;
        for (String other : tree.nodes().keySet()) {
            if (!other.equals(DiskTree.ROOT) && DiskTree.parent(other).equals(path)) {
                entry(entries, other, DiskTree.name(other));
                links += tree.nodes().get(other) instanceof DiskNode.Directory ? 1 : 0;
            }
        }
        addFile(path, DiskLayout.DIRECTORY | permissions, links, entries.toByteArray());
    }

    private void entry(ByteArrayOutputStream entries, String path, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > DiskLayout.NAME_MAX) {
            throw new IllegalArgumentException("a name of more than 60 bytes: " + name);
        }
        ByteBuffer entry = ByteBuffer.allocate(DiskLayout.ENTRY_BYTES);
        entry.order(ByteOrder.LITTLE_ENDIAN).putInt(inodes.getOrDefault(path, 0)).put(bytes);
        entries.writeBytes(entry.array());
    }

    private void addDevice(String path, int mode, int major, int minor) {
        int inode = inode(path, mode, 1, 0);
        image.putInt(inode, major << 8 | minor);
    }

    private void addFile(String path, int mode, int links, byte[] contents) {
        int zoneNumbers = inode(path, mode, links, contents.length);
        int blocks = DiskLayout.blocksFor(contents.length, layout.blockSize());
        for (int index = 0; index < blocks; index++) {
            int zone = nextZone(zoneNumbers, index);
            int from = index * layout.blockSize();
            int length = Math.min(layout.blockSize(), contents.length - from);
            image.put(zone * layout.blockSize(), contents, from, length);
        }
    }

    /// Fills the inode of a path; returns where its zone numbers begin.
    private int inode(String path, int mode, int links, int size) {
        int offset = layout.inodeOffset(inodes.getOrDefault(path, 0));
        image.putShort(offset, (short) mode);
        image.putShort(offset + 2, (short) links);
        image.putInt(offset + 8, size);
        image.putInt(offset + 12, MADE_SECONDS);
        image.putInt(offset + 16, MADE_SECONDS);
        image.putInt(offset + 20, MADE_SECONDS);
        return offset + 24;
    }

    /// A zone for block `index` of a file, and for the indirect blocks that lead to it if they are
    /// not there yet.
    private int nextZone(int zoneNumbers, int index) {
        int perBlock = layout.zonesPerBlock();
        if (index < DiskLayout.DIRECT_ZONES) {
            return zoneAt(zoneNumbers + index * Integer.BYTES);
        }
        int rest = index - DiskLayout.DIRECT_ZONES;
        if (rest < perBlock) {
            return zoneBelow(zoneNumbers + DiskLayout.INDIRECT * Integer.BYTES, rest);
        }
        rest -= perBlock;
        int outer = zoneAt(zoneNumbers + DiskLayout.DOUBLE_INDIRECT * Integer.BYTES);
        return zoneBelow(slot(outer, rest / perBlock), rest % perBlock);
    }

    private int zoneBelow(int offset, int index) {
        return zoneAt(slot(zoneAt(offset), index));
    }

    private int slot(int zone, int index) {
        return zone * layout.blockSize() + index * Integer.BYTES;
    }

    private int zoneAt(int offset) {
        if (image.getInt(offset) == 0) {
            image.putInt(offset, nextZone++);
        }
        return image.getInt(offset);
    }

    private void superBlock() {
        int firstData = layout.firstData();
        image.position(DiskLayout.SUPERBLOCK);
        image.putInt(layout.inodes());
        image.putShort((short) 0);
        image.putShort((short) layout.inodeMapBlocks());
        image.putShort((short) layout.zoneMapBlocks());
        image.putShort((short) (firstData > 0xFFFF ? 0 : firstData));
        image.putShort((short) 0);
        image.putShort((short) 1);
        image.putInt(MAX_SIZE);
        image.putInt(layout.zones());
        image.putShort((short) DiskLayout.MAGIC);
        image.putShort((short) 0);
        image.putShort((short) layout.blockSize());
    }

    /// Sets the first `used` bits, and those from `bits` on, which stand for nothing.
    private void bitmap(int block, int blocks, int used, int bits) {
        for (int bit = 0; bit < blocks * layout.blockSize() * 8; bit++) {
            if (bit < used || bit >= bits) {
                int offset = block * layout.blockSize() + bit / 8;
                image.put(offset, (byte) (image.get(offset) | 1 << bit % 8));
            }
        }
    }
}

package ring3.app.disk;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads a MINIX V3 disk image on the host: lists directories and fetches files. It trusts the
/// image: a damaged one gives nonsense or an [IndexOutOfBoundsException].
public final class ReadFileSystem {
    private final ByteBuffer image;
    private final DiskLayout layout;

    /// A view of the bytes of an image. Throws [IllegalArgumentException] for anything else.
    public ReadFileSystem(byte[] bytes) {
        image = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 2 * DiskLayout.SUPERBLOCK
                || image.getShort(DiskLayout.SUPERBLOCK + 24) != DiskLayout.MAGIC) {
            throw new IllegalArgumentException("no MINIX V3 file system");
        }
        layout = DiskLayout.read(image);
    }

    /// The names in a directory and their inode numbers, without "." and "..". Throws
    /// [IllegalArgumentException] when there is no directory at `path`.
    public SortedMap<String, Integer> list(String path) {
        return entries(find(path));
    }

    /// The contents of a file. Throws [IllegalArgumentException] when there is none at `path`.
    public byte[] read(String path) {
        return contents(find(path));
    }

    /// Type and permissions of what lies at `path`.
    public int mode(String path) {
        return image.getShort(layout.inodeOffset(find(path))) & 0xFFFF;
    }

    /// The device number of the device node at `path`.
    public int device(String path) {
        return zoneNumber(find(path), 0);
    }

    /// Whether there is anything at `path`.
    public boolean exists(String path) {
        return search(path) != null;
    }

    private int find(String path) {
        Integer inode = search(path);
        if (inode == null) {
            throw new IllegalArgumentException("no such file: " + path);
        }
        return inode;
    }

    private @Nullable Integer search(String path) {
        Integer inode = DiskLayout.ROOT_INODE;
        for (String name : path.split("/", -1)) {
            if (inode != null && !name.isEmpty()) {
                inode = isDirectory(inode) ? entries(inode).get(name) : null;
            }
        }
        return inode;
    }

    private boolean isDirectory(int inode) {
        int mode = image.getShort(layout.inodeOffset(inode));
        return (mode & DiskLayout.TYPE_MASK) == DiskLayout.DIRECTORY;
    }

    private SortedMap<String, Integer> entries(int inode) {
        if (!isDirectory(inode)) {
            throw new IllegalArgumentException("inode " + inode + " is no directory");
        }
        ByteBuffer bytes = ByteBuffer.wrap(contents(inode)).order(ByteOrder.LITTLE_ENDIAN);
        SortedMap<String, Integer> entries = new TreeMap<>();
        for (int at = 0; at < bytes.capacity(); at += DiskLayout.ENTRY_BYTES) {
            byte[] padded = new byte[DiskLayout.NAME_MAX];
            bytes.get(at + Integer.BYTES, padded);
            String text = new String(padded, StandardCharsets.ISO_8859_1);
            int end = text.indexOf('\0');
            String name = end < 0 ? text : text.substring(0, end);
            if (bytes.getInt(at) != 0 && !name.equals(".") && !name.equals("..")) {
                entries.put(name, bytes.getInt(at));
            }
        }
        return entries;
    }

    private byte[] contents(int inode) {
        int size = image.getInt(layout.inodeOffset(inode) + 8);
        ByteArrayOutputStream contents = new ByteArrayOutputStream(size);
        byte[] block = new byte[layout.blockSize()];
        for (int at = 0; at < size; at += layout.blockSize()) {
            int zone = zone(inode, at / layout.blockSize());
            Arrays.fill(block, (byte) 0);
            if (zone != 0) {
                image.get(zone * layout.blockSize(), block);
            }
            contents.write(block, 0, Math.min(block.length, size - at));
        }
        return contents.toByteArray();
    }

    private int zone(int inode, int index) {
        int perBlock = layout.zonesPerBlock();
        int rest = index - DiskLayout.DIRECT_ZONES;
        if (rest < 0) {
            return zoneNumber(inode, index);
        }
        if (rest < perBlock) {
            return below(zoneNumber(inode, DiskLayout.INDIRECT), rest);
        }
        rest -= perBlock;
        int outer = below(zoneNumber(inode, DiskLayout.DOUBLE_INDIRECT), rest / perBlock);
        return below(outer, rest % perBlock);
    }

    private int zoneNumber(int inode, int slot) {
        return image.getInt(layout.inodeOffset(inode) + 24 + slot * Integer.BYTES);
    }

    private int below(int indirect, int slot) {
        return indirect == 0
                ? 0
                : image.getInt(indirect * layout.blockSize() + slot * Integer.BYTES);
    }
}

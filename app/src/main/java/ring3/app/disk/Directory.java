package ring3.app.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A directory: a file of entries that are an inode number, 0 for a free one, and a name (minix:
/// fs/mfs/mfsdir.h). A character of a name is a byte, as everywhere in the machine.
final class Directory {
    static final String SELF = ".";
    static final String PARENT = "..";

    private final Volume volume;
    private final Inode inode;
    private final FileZones zones;
    private final int blockSize;

    /// What an entry says.
    record Entry(int inode, String name) {
        boolean isFree() {
            return inode == 0;
        }

        /// Whether it has one of the two names that every directory has.
        boolean isDot() {
            return name.equals(SELF) || name.equals(PARENT);
        }
    }

    /// The directory of an inode. Throws [DiskError] when that is none.
    Directory(Volume volume, Inode inode) {
        if (!inode.isDirectory()) {
            throw new DiskError("inode " + inode.number(), "it is no directory");
        }
        this.volume = volume;
        this.inode = inode;
        zones = new FileZones(volume, inode);
        blockSize = volume.layout().blockSize();
    }

    /// The names and their inode numbers, without "." and "..".
    SortedMap<String, Integer> names() {
        SortedMap<String, Integer> names = new TreeMap<>();
        for (Entry entry : entries()) {
            if (!entry.isFree() && !entry.isDot()) {
                names.put(entry.name(), entry.inode());
            }
        }
        return names;
    }

    /// The inode that a name leads to, or null.
    @Nullable Integer find(String name) {
        for (Entry entry : entries()) {
            if (!entry.isFree() && entry.name().equals(name)) {
                return entry.inode();
            }
        }
        return null;
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        int left = inode.size();
        for (int zone : new FileContents(volume, inode).zoneNumbers()) {
            if (zone != 0) {
                entries.addAll(entries(volume.zone(zone), Math.min(left, blockSize)));
            }
            left -= blockSize;
        }
        return entries;
    }

    /// The entries in the first `length` bytes of a block of a directory, the free ones included.
    static List<Entry> entries(ByteBuffer block, int length) {
        List<Entry> entries = new ArrayList<>();
        byte[] name = new byte[DiskLayout.NAME_MAX];
        for (int at = 0; at + DiskLayout.ENTRY_BYTES <= length; at += DiskLayout.ENTRY_BYTES) {
            block.get(at + Integer.BYTES, name);
            String text = new String(name, StandardCharsets.ISO_8859_1);
            int end = text.indexOf('\0');
            entries.add(new Entry(block.getInt(at), end < 0 ? text : text.substring(0, end)));
        }
        return entries;
    }

    /// Adds a name that is not there yet. Throws [DiskError] for a name that cannot be one, or when
    /// the disk is full.
    void add(String name, int number) {
        byte[] bytes = encode(name);
        int place = freeEntry();
        int zone = zones.make(place / blockSize);
        volume.blocks()
                .write(zone)
                .putInt(place % blockSize, number)
                .put(place % blockSize + Integer.BYTES, bytes);
        inode.setSize(Math.max(inode.size(), place + DiskLayout.ENTRY_BYTES));
    }

    private int freeEntry() {
        for (int place = 0; place < inode.size(); place += DiskLayout.ENTRY_BYTES) {
            int zone = zones.get(place / blockSize);
            if (zone == 0 || volume.zone(zone).getInt(place % blockSize) == 0) {
                return place;
            }
        }
        return inode.size();
    }

    private static byte[] encode(String name) {
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(name)) {
            throw new DiskError(name, "a name on the disk has characters of ISO 8859-1 only");
        }
        if (name.length() > DiskLayout.NAME_MAX) {
            throw new DiskError(name, "a name on the disk has at most 60 bytes");
        }
        byte[] bytes = new byte[DiskLayout.NAME_MAX];
        System.arraycopy(name.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, name.length());
        return bytes;
    }
}

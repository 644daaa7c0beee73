package ring3.components.servers.mfs;

import java.nio.charset.StandardCharsets;
import ring3.syslib.Errno;
import ring3.syslib.Memory;

/// Directories: files of entries that are an inode number, 0 when the entry is free, and a name of
/// up to 60 bytes (minix: fs/mfs/mfsdir.h, path.c: search_dir).
final class Directory {
    static final int ENTRY_BYTES = 64;

    /// The longest name in bytes.
    static final int NAME_MAX = 60;

    /// What [#find(Inode, String)] answers when there is no such name.
    static final int NONE = 0;

    private static final int NAME_OFFSET = 4;
    private static final int NAME_WORDS = NAME_MAX / Integer.BYTES;
    private static final int NOWHERE = -1;

    private final Volume volume;
    private final ZoneMap zones;
    private final InodeTable inodes;
    private final Memory memory;

    Directory(Volume volume, ZoneMap zones, InodeTable inodes) {
        this.volume = volume;
        this.zones = zones;
        this.inodes = inodes;
        this.memory = volume.memory();
    }

    /// The inode number of `name`, or [#NONE].
    int find(Inode directory, String name) {
        int position = search(directory, encode(name));
        return position == NOWHERE ? NONE : inodeAt(directory, position);
    }

    /// Whether it holds nothing but "." and "..".
    boolean isEmpty(Inode directory) {
        for (int position = 0; position < directory.size; position += ENTRY_BYTES) {
            if (inodeAt(directory, position) != NONE) {
                String name = nameAt(directory, position);
                if (!name.equals(".") && !name.equals("..")) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Adds a name that is not there yet. ENOSPC, EIO.
    void enter(Inode directory, String name, int inode) {
        int position = freeEntry(directory);
        int zone = zones.makeZone(directory, position / volume.blockSize());
        int address = volume.cache().load(zone) + position % volume.blockSize();
        int[] words = encode(name);
        memory.putInt(address, inode);
        for (int i = 0; i < NAME_WORDS; i++) {
            memory.putInt(address + NAME_OFFSET + i * Integer.BYTES, words[i]);
        }
        volume.cache().markDirty(zone);
        directory.size = Math.max(directory.size, position + ENTRY_BYTES);
        inodes.modified(directory);
    }

    /// Makes `name` mean another inode; [#NONE] removes it.
    void replace(Inode directory, String name, int inode) {
        int position = search(directory, encode(name));
        FsError.when(position == NOWHERE, Errno.ENOENT);
        int zone = zones.zone(directory, position / volume.blockSize());
        int address = volume.cache().load(zone) + position % volume.blockSize();
        memory.putInt(address, inode);
        volume.cache().markDirty(zone);
        inodes.modified(directory);
    }

    /// Removes a name.
    void remove(Inode directory, String name) {
        replace(directory, name, NONE);
    }

    /// The inode number in the entry at `position`, or [#NONE] for one that is free.
    int inodeAt(Inode directory, int position) {
        int address = address(directory, position);
        return address == NOWHERE ? NONE : memory.getInt(address);
    }

    /// The name in the entry at `position`, which is not free.
    String nameAt(Inode directory, int position) {
        byte[] bytes = new byte[NAME_MAX];
        memory.get(address(directory, position) + NAME_OFFSET, bytes, 0, NAME_MAX);
        int length = 0;
        while (length < NAME_MAX && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private int freeEntry(Inode directory) {
        for (int position = 0; position < directory.size; position += ENTRY_BYTES) {
            if (inodeAt(directory, position) == NONE) {
                return position;
            }
        }
        return directory.size;
    }

    private int search(Inode directory, int[] words) {
        for (int position = 0; position < directory.size; position += ENTRY_BYTES) {
            int address = address(directory, position);
            if (address != NOWHERE && memory.getInt(address) != NONE && matches(address, words)) {
                return position;
            }
        }
        return NOWHERE;
    }

    private boolean matches(int address, int[] words) {
        for (int i = 0; i < NAME_WORDS; i++) {
            if (memory.getInt(address + NAME_OFFSET + i * Integer.BYTES) != words[i]) {
                return false;
            }
        }
        return true;
    }

    private int address(Inode directory, int position) {
        int zone = zones.zone(directory, position / volume.blockSize());
        return zone == ZoneMap.HOLE
                ? NOWHERE
                : volume.cache().load(zone) + position % volume.blockSize();
    }

    /// A name as it lies on the disk, so that it can be compared a word at a time.
    private static int[] encode(String name) {
        int[] words = new int[NAME_WORDS];
        for (int i = 0; i < name.length(); i++) {
            words[i / Integer.BYTES] |= (name.charAt(i) & 0xFF) << (i % Integer.BYTES * Byte.SIZE);
        }
        return words;
    }
}

package ring3.components.servers.mfs;

import java.nio.charset.StandardCharsets;
import ring3.components.protocol.Stat;
import ring3.syslib.Errno;

/// Symbolic links: files whose one block holds a path (minix: fs/mfs/link.c, open.c).
final class Symlinks {
    private static final int PERMISSIONS = 0777;

    private final Volume volume;
    private final ZoneMap zones;
    private final InodeTable inodes;

    Symlinks(Volume volume, ZoneMap zones, InodeTable inodes) {
        this.volume = volume;
        this.zones = zones;
        this.inodes = inodes;
    }

    /// The path that a link holds. EIO when it is longer than a block.
    String target(Inode link) {
        if (link.size > volume.blockSize()) {
            throw volume.damaged("the symbolic link " + link.number + " has the size " + link.size);
        }
        int zone = zones.zone(link, 0);
        byte[] bytes = new byte[link.size];
        if (zone != ZoneMap.HOLE) {
            volume.memory().get(volume.cache().load(zone), bytes, 0, bytes.length);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// A new link with no name yet, open once. ENOENT for an empty path, ENAMETOOLONG, ENOSPC.
    Inode create(String target, int uid, int gid) {
        FsError.when(target.isEmpty(), Errno.ENOENT);
        FsError.when(target.length() > volume.blockSize(), Errno.ENAMETOOLONG);
        Inode link = inodes.create(Stat.SYMLINK | PERMISSIONS, uid, gid);
        try {
            int zone = zones.makeZone(link, 0);
            byte[] bytes = target.getBytes(StandardCharsets.ISO_8859_1);
            volume.memory().put(volume.cache().load(zone), bytes, 0, bytes.length);
            volume.cache().markDirty(zone);
            link.size = bytes.length;
            return link;
        } catch (FsError error) {
            inodes.put(link, 1);
            throw error;
        }
    }
}

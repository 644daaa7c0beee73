package ring3.components.servers.mfs;

import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// The contents of files (minix: fs/mfs/read.c, write.c, open.c). Data goes straight between the
/// block cache and the grant of whoever asked; this server never has a copy of its own.
final class FileData {
    private final Syslib sys;
    private final Volume volume;
    private final ZoneMap zones;
    private final InodeTable inodes;
    private final int blockSize;
    private final int zeros;

    FileData(Syslib sys, Volume volume, ZoneMap zones, InodeTable inodes, ClientMemory clients) {
        this.sys = sys;
        this.volume = volume;
        this.zones = zones;
        this.inodes = inodes;
        this.blockSize = volume.blockSize();
        this.zeros = clients.zeros();
    }

    /// Reads up to `bytes` bytes from `pos` on into the grant: fewer at the end of the file. An
    /// error after some bytes were moved ends the transfer there. Returns the count.
    int read(Inode inode, long pos, Endpoint granter, int grant, int bytes) {
        FsError.when(pos < 0 || bytes < 0, Errno.EINVAL);
        int wanted = (int) Math.max(0, Math.min(bytes, inode.size - pos));
        int moved = 0;
        while (moved < wanted) {
            try {
                moved += readPiece(inode, pos + moved, granter, grant, moved, wanted - moved);
            } catch (FsError error) {
                giveUp(error, moved);
                break;
            }
        }
        inodes.accessed(inode);
        return moved;
    }

    private int readPiece(
            Inode inode, long pos, Endpoint granter, int grant, int offset, int wanted) {
        int within = (int) (pos % blockSize);
        int piece = Math.min(blockSize - within, wanted);
        int zone = zones.zone(inode, pos / blockSize);
        int address = zeros;
        if (zone != ZoneMap.HOLE) {
            if (pos == inode.nextRead && !volume.cache().holds(zone)) {
                readAhead(inode, pos / blockSize, zone);
            }
            address = volume.cache().load(zone);
        }
        FsError.check(sys.safeCopyTo(granter, grant, offset, address + within, piece));
        inode.nextRead = pos + piece;
        return piece;
    }

    /// Reads what the file has in consecutive zones in one request: most of the time of a small
    /// read is spent on sending it.
    private void readAhead(Inode inode, long index, int zone) {
        long last = (inode.size - 1L) / blockSize;
        int count = 1;
        while (count < volume.cache().clusterBlocks()
                && index + count <= last
                && zones.zone(inode, index + count) == zone + count
                && !volume.cache().holds(zone + count)) {
            count++;
        }
        if (count > 1) {
            volume.cache().readAhead(zone, count);
        }
    }

    /// Writes `bytes` bytes of the grant from `pos` on, and makes the file longer if need be. An
    /// error after some bytes were moved ends the transfer there. Returns the count.
    int write(Inode inode, long pos, Endpoint granter, int grant, int bytes) {
        volume.requireWritable();
        FsError.when(pos < 0 || bytes < 0, Errno.EINVAL);
        FsError.when(pos > volume.layout().longestFile() - bytes, Errno.EFBIG);
        int moved = 0;
        while (moved < bytes) {
            try {
                moved += writePiece(inode, pos + moved, granter, grant, moved, bytes - moved);
            } catch (FsError error) {
                giveUp(error, moved);
                break;
            }
        }
        if (moved > 0) {
            inode.size = (int) Math.max(inode.size, pos + moved);
            inodes.modified(inode);
        }
        return moved;
    }

    private int writePiece(
            Inode inode, long pos, Endpoint granter, int grant, int offset, int left) {
        int within = (int) (pos % blockSize);
        int piece = Math.min(blockSize - within, left);
        int zone = zones.makeZone(inode, pos / blockSize);
        boolean whole = piece == blockSize && !volume.cache().holds(zone);
        int address = whole ? volume.cache().fresh(zone) : volume.cache().load(zone);
        int status = sys.safeCopyFrom(granter, grant, offset, address + within, piece);
        if (status < 0 && whole) {
            volume.cache().discard(zone);
        }
        FsError.check(status);
        volume.cache().markDirty(zone);
        return piece;
    }

    private static void giveUp(FsError error, int moved) {
        if (moved == 0) {
            throw error;
        }
    }

    /// Makes a file exactly `size` bytes long: cuts it, or adds a hole.
    void resize(Inode inode, long size) {
        volume.requireWritable();
        FsError.when(size < 0, Errno.EINVAL);
        FsError.when(size > volume.layout().longestFile(), Errno.EFBIG);
        if (size < inode.size) {
            clear(inode, size, inode.size);
        }
        inode.size = (int) size;
        inodes.modified(inode);
    }

    /// Makes a hole of the bytes `from` to `to - 1`; the size stays.
    void punch(Inode inode, long from, long to) {
        volume.requireWritable();
        FsError.when(from < 0 || to < from, Errno.EINVAL);
        long end = Math.min(to, inode.size);
        if (from < end) {
            clear(inode, from, end);
            inodes.modified(inode);
        }
    }

    /// Bytes of a block that stays are overwritten with zeros: a file that grows again must not
    /// show what it held before.
    private void clear(Inode inode, long from, long to) {
        boolean toEnd = to == inode.size;
        long firstWhole = (from + blockSize - 1) / blockSize;
        long endWhole = toEnd ? Long.MAX_VALUE : to / blockSize;
        if (from % blockSize != 0) {
            zero(inode, from, Math.min(to, firstWhole * blockSize));
        }
        if (!toEnd && endWhole >= firstWhole && to % blockSize != 0) {
            zero(inode, endWhole * blockSize, to);
        }
        zones.free(inode, firstWhole, endWhole);
    }

    private void zero(Inode inode, long from, long to) {
        int zone = zones.zone(inode, from / blockSize);
        if (zone != ZoneMap.HOLE) {
            int address = volume.cache().load(zone) + (int) (from % blockSize);
            volume.memory().fill(address, (int) (to - from), 0);
            volume.cache().markDirty(zone);
        }
    }
}

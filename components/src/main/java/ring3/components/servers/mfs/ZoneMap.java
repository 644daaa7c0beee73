package ring3.components.servers.mfs;

import ring3.syslib.Memory;

/// Which zone holds which block of a file: seven in the inode, then those named in an indirect
/// block, then those named in the indirect blocks that a double indirect block names (minix:
/// fs/mfs/read.c, write.c). Zone 0 is a hole: it reads as zeros and takes no space.
final class ZoneMap {
    /// No zone at all.
    static final int HOLE = 0;

    private final Volume volume;
    private final BlockCache cache;
    private final Memory memory;
    private final int perBlock;

    ZoneMap(Volume volume) {
        this.volume = volume;
        this.cache = volume.cache();
        this.memory = volume.memory();
        this.perBlock = volume.layout().zonesPerBlock();
    }

    /// The zone of block `index` of the file, or [#HOLE]. EIO when the way there is damaged.
    int zone(Inode inode, long index) {
        if (index < Inode.DIRECT_ZONES) {
            return checked(inode, inode.zones[(int) index]);
        }
        long rest = index - Inode.DIRECT_ZONES;
        if (rest < perBlock) {
            return entry(inode, checked(inode, inode.zones[Inode.INDIRECT]), rest);
        }
        rest -= perBlock;
        int outer = checked(inode, inode.zones[Inode.DOUBLE_INDIRECT]);
        return entry(inode, entry(inode, outer, rest / perBlock), rest % perBlock);
    }

    private int entry(Inode inode, int indirect, long slot) {
        return indirect == HOLE
                ? HOLE
                : checked(inode, memory.getInt(entryAddress(indirect, slot)));
    }

    private int entryAddress(int indirect, long slot) {
        return cache.load(indirect) + (int) slot * Integer.BYTES;
    }

    private int checked(Inode inode, int zone) {
        if (zone != HOLE && !volume.isDataZone(zone)) {
            throw volume.damaged("inode " + inode.number + " names the impossible zone " + zone);
        }
        return zone;
    }

    /// The zone of block `index` of the file; where there was a hole, there is a new zone of zeros
    /// now. ENOSPC, EIO.
    int makeZone(Inode inode, long index) {
        if (index < Inode.DIRECT_ZONES) {
            return makeInInode(inode, (int) index);
        }
        long rest = index - Inode.DIRECT_ZONES;
        if (rest < perBlock) {
            return makeInBlock(inode, makeInInode(inode, Inode.INDIRECT), rest);
        }
        rest -= perBlock;
        int outer = makeInInode(inode, Inode.DOUBLE_INDIRECT);
        return makeInBlock(inode, makeInBlock(inode, outer, rest / perBlock), rest % perBlock);
    }

    private int makeInInode(Inode inode, int slot) {
        int zone = checked(inode, inode.zones[slot]);
        if (zone == HOLE) {
            zone = newZone(slot == 0 ? HOLE : inode.zones[slot - 1]);
            inode.zones[slot] = zone;
            inode.dirty = true;
        }
        return zone;
    }

    private int makeInBlock(Inode inode, int indirect, long slot) {
        int zone = entry(inode, indirect, slot);
        if (zone == HOLE) {
            zone = newZone(slot == 0 ? indirect : entry(inode, indirect, slot - 1));
            memory.putInt(entryAddress(indirect, slot), zone);
            cache.markDirty(indirect);
        }
        return zone;
    }

    private int newZone(int neighbour) {
        int zone = volume.allocateZone(neighbour);
        cache.fresh(zone);
        return zone;
    }

    /// Makes holes of the blocks `from` to `to - 1` of the file, and frees the indirect blocks that
    /// name nothing any more.
    void free(Inode inode, long from, long to) {
        long start = 0;
        for (int slot = 0; slot <= Inode.DOUBLE_INDIRECT; slot++) {
            long spans = spans(slot);
            inode.zones[slot] = prune(inode.zones[slot], spans, from - start, to - start);
            start += spans;
        }
        inode.dirty = true;
    }

    private long spans(int slot) {
        return switch (slot) {
            case Inode.DOUBLE_INDIRECT -> (long) perBlock * perBlock;
            case Inode.INDIRECT -> perBlock;
            default -> 1;
        };
    }

    /// Frees blocks of the tree below `zone`, which spans so many blocks of the file. Returns what
    /// is left of it: the zone, or [#HOLE]. Zones that cannot be are dropped: a damaged file can be
    /// removed.
    private int prune(int zone, long spans, long from, long to) {
        if (zone == HOLE || from >= spans || to <= 0) {
            return zone;
        }
        if (!volume.isDataZone(zone)) {
            return HOLE;
        }
        if (spans > 1 && !pruneEntries(zone, spans / perBlock, from, to)) {
            return zone;
        }
        volume.freeZone(zone);
        return HOLE;
    }

    private boolean pruneEntries(int indirect, long spans, long from, long to) {
        boolean empty = true;
        for (int slot = 0; slot < perBlock; slot++) {
            int zone = memory.getInt(entryAddress(indirect, slot));
            int left = prune(zone, spans, from - slot * spans, to - slot * spans);
            if (left != zone) {
                memory.putInt(entryAddress(indirect, slot), left);
                cache.markDirty(indirect);
            }
            empty &= left == HOLE;
        }
        return empty;
    }
}

package ring3.app.disk;

import java.nio.ByteBuffer;

/// The zones of a file: seven in the inode, then those that an indirect zone tells, then those of
/// double indirect ones. Zone number 0 is a hole.
final class FileZones {
    /// Is shown the zones of a file.
    interface Visitor {
        /// Takes note of a zone; for one that leads to others, answers whether to follow them.
        ///
        /// @param index which block of the file it holds or, if it leads to others, the first of
        ///   them
        /// @param data whether it holds a block of the file
        boolean visit(int zone, long index, boolean data);
    }

    private final Volume volume;
    private final Inode inode;
    private final int perBlock;

    FileZones(Volume volume, Inode inode) {
        this.volume = volume;
        this.inode = inode;
        perBlock = volume.layout().zonesPerBlock();
    }

    /// The zone of a block of the file, or 0. Throws [DiskError] when what leads to it is damaged.
    int get(int index) {
        int[] slots = slots(index);
        int zone = inode.zone(slots[0]);
        for (int i = 1; i < slots.length && zone != 0; i++) {
            zone = volume.zone(zone).getInt(slots[i] * Integer.BYTES);
        }
        return zone;
    }

    /// The same, but what is missing on the way is made. Throws [DiskError] when the disk is full.
    int make(int index) {
        int[] slots = slots(index);
        int zone = inode.zone(slots[0]);
        if (zone == 0) {
            zone = volume.takeZone();
            inode.setZone(slots[0], zone);
        }
        for (int i = 1; i < slots.length; i++) {
            zone = makeBelow(zone, slots[i] * Integer.BYTES);
        }
        return zone;
    }

    private int makeBelow(int indirect, int place) {
        int zone = volume.zone(indirect).getInt(place);
        if (zone == 0) {
            zone = volume.takeZone();
            volume.blocks().write(indirect).putInt(place, zone);
        }
        return zone;
    }

    /// Where the number of its zone stands: a slot of the inode, then slots of indirect zones.
    private int[] slots(int index) {
        int rest = index - DiskLayout.DIRECT_ZONES;
        if (rest < 0) {
            return new int[] {index};
        }
        if (rest < perBlock) {
            return new int[] {DiskLayout.INDIRECT, rest};
        }
        rest -= perBlock;
        return new int[] {DiskLayout.DOUBLE_INDIRECT, rest / perBlock, rest % perBlock};
    }

    /// Frees all of them, which must be in order.
    void free() {
        walk((zone, _, _) -> {
            volume.freeZone(zone);
            return true;
        });
        for (int slot = 0; slot < DiskLayout.ZONE_NUMBERS; slot++) {
            inode.setZone(slot, 0);
        }
    }

    /// Shows all that there are, each before those that it leads to. The visitor sees to it that no
    /// damaged one is followed.
    void walk(Visitor visitor) {
        long index = 0;
        for (int slot = 0; slot < DiskLayout.ZONE_NUMBERS; slot++) {
            int depth = Math.max(0, slot - DiskLayout.INDIRECT + 1);
            walk(inode.zone(slot), depth, index, visitor);
            index += reach(depth);
        }
    }

    private void walk(int zone, int depth, long index, Visitor visitor) {
        if (zone == 0 || !visitor.visit(zone, index, depth == 0) || depth == 0) {
            return;
        }
        ByteBuffer numbers = volume.zone(zone);
        for (int i = 0; i < perBlock; i++) {
            int below = numbers.getInt(i * Integer.BYTES);
            walk(below, depth - 1, index + i * reach(depth - 1), visitor);
        }
    }

    /// How many blocks of the file lie behind a zone number.
    private long reach(int depth) {
        long reach = 1;
        for (int i = 0; i < depth; i++) {
            reach *= perBlock;
        }
        return reach;
    }
}

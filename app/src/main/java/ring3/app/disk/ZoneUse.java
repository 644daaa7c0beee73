package ring3.app.disk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which file each zone belongs to, against the zone bitmap.
final class ZoneUse {
    private static final int NOBODY = 0;

    private final Volume volume;
    private final Findings findings;
    private final int[] owners;

    /// A block of a file that nobody else has.
    ///
    /// @param index which of the file's blocks it is
    record Block(long index, int zone) {}

    ZoneUse(Volume volume, Findings findings) {
        this.volume = volume;
        this.findings = findings;
        owners = new int[volume.layout().zones()];
    }

    /// Notes the zones of a file as its own. Returns its blocks, in order, except for those outside
    /// the disk and those of somebody else, which are findings.
    List<Block> claim(String path, Inode inode) {
        List<Block> blocks = new ArrayList<>();
        new FileZones(volume, inode)
                .walk((zone, index, data) -> {
                    boolean mine = claim(path, inode, zone);
                    if (mine && data) {
                        blocks.add(new Block(index, zone));
                    }
                    return mine;
                });
        return blocks;
    }

    private boolean claim(String path, Inode inode, int zone) {
        if (!volume.hasZone(zone)) {
            int last = volume.layout().zones() - 1;
            findings.add(
                    path,
                    "it leads to zone %s, and files have %d to %d"
                            .formatted(
                                    Integer.toUnsignedString(zone),
                                    volume.layout().firstData(),
                                    last));
            return false;
        }
        if (owners[zone] != NOBODY) {
            findings.add(
                    path,
                    "it leads to zone %d, which is in use by inode %d already"
                            .formatted(zone, owners[zone]));
            return false;
        }
        owners[zone] = inode.number();
        return true;
    }

    /// Compares, when all files have been seen.
    void compare(InodeUse inodes) {
        if (!volume.zoneMap().isSet(0)) {
            findings.add("zone bitmap", "bit 0, which stands for no zone, is clear");
        }
        findings.addRuns(
                "zone",
                volume.layout().firstData(),
                owners.length,
                zone -> markFault(zone, inodes));
    }

    private @Nullable String markFault(int zone, InodeUse inodes) {
        boolean used = owners[zone] != NOBODY;
        if (used == volume.zoneMap().isSet(volume.zoneBit(zone))) {
            return null;
        }
        return used
                ? "in use by " + inodes.name(owners[zone]) + ", but marked as free"
                : "marked as in use, but of no file";
    }
}

package ring3.app.disk;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How many entries lead to each inode, against its link count and the inode bitmap.
final class InodeUse {
    private final Volume volume;
    private final Findings findings;
    private final int[] entries;
    private final Map<Integer, String> names = new TreeMap<>();

    InodeUse(Volume volume, Findings findings) {
        this.volume = volume;
        this.findings = findings;
        entries = new int[volume.layout().inodes() + 1];
    }

    /// One more entry leads to it.
    void count(int number) {
        entries[number]++;
    }

    /// A path that leads to it, unless one is known; returns whether this is the first.
    boolean name(int number, String path) {
        return names.putIfAbsent(number, path) == null;
    }

    /// The first path that led to it.
    String name(int number) {
        return names.getOrDefault(number, "inode " + number);
    }

    /// Compares, when all entries have been seen.
    void compare() {
        if (!volume.inodeMap().isSet(0)) {
            findings.add("inode bitmap", "bit 0, which stands for no inode, is clear");
        }
        findings.addRuns("inode", 1, entries.length, this::markFault);
        for (Map.Entry<Integer, String> name : names.entrySet()) {
            int found = entries[name.getKey()];
            int told = volume.inode(name.getKey()).links();
            if (found != told) {
                findings.add(
                        name.getValue(),
                        "its link count is %d, and %d lead to it".formatted(told, found));
            }
        }
    }

    private @Nullable String markFault(int number) {
        boolean used = names.containsKey(number);
        if (used == volume.inodeMap().isSet(number)) {
            return null;
        }
        return used
                ? "in use by " + name(number) + ", but marked as free"
                : "marked as in use, but in no directory";
    }
}

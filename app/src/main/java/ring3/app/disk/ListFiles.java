package ring3.app.disk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Lists files of a disk for people.
public final class ListFiles {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String LETTERS = "xwr";

    private final Volume volume;
    private final PathLookup paths;

    /// Lists files of this disk.
    public ListFiles(Volume volume) {
        this.volume = volume;
        paths = new PathLookup(volume);
    }

    /// The names in a directory, in order, or the path of another file. Throws [DiskError] when
    /// nothing lies at `path`.
    public List<String> names(String path) {
        Inode inode = paths.find(path);
        return inode.isDirectory()
                ? List.copyOf(new Directory(volume, inode).names().keySet())
                : List.of(path);
    }

    /// The same with type, permissions, links, owner, group, size in bytes or device number, and
    /// when the contents last changed (UTC).
    public List<String> rows(String path) {
        Inode inode = paths.find(path);
        if (!inode.isDirectory()) {
            return List.of(row(inode, path, 0, 0));
        }
        Map<String, Integer> names = new Directory(volume, inode).names();
        int linksWidth = 0;
        int sizeWidth = 0;
        for (int number : names.values()) {
            Inode file = volume.inode(number);
            linksWidth = Math.max(linksWidth, Integer.toString(file.links()).length());
            sizeWidth = Math.max(sizeWidth, size(file).length());
        }
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : names.entrySet()) {
            Inode file = volume.inode(entry.getValue());
            rows.add(row(file, entry.getKey(), linksWidth, sizeWidth));
        }
        return rows;
    }

    private String row(Inode file, String name, int linksWidth, int sizeWidth) {
        return String.join(
                " ",
                permissions(file),
                right(Integer.toString(file.links()), linksWidth),
                Integer.toString(file.uid()),
                Integer.toString(file.gid()),
                right(size(file), sizeWidth),
                TIME.format(Instant.ofEpochSecond(file.modifiedSeconds())),
                file.isSymlink() ? name + " -> " + paths.target(file) : name);
    }

    private static String permissions(Inode file) {
        var text = new StringBuilder();
        text.append(
                switch (file.type()) {
                    case DiskLayout.DIRECTORY -> 'd';
                    case DiskLayout.SYMLINK -> 'l';
                    case DiskLayout.CHARACTER -> 'c';
                    case DiskLayout.BLOCK -> 'b';
                    case DiskLayout.FIFO -> 'p';
                    case DiskLayout.SOCKET -> 's';
                    case DiskLayout.REGULAR -> '-';
                    default -> '?';
                });
        for (int bit = 8; bit >= 0; bit--) {
            boolean set = (file.mode() >> bit & 1) != 0;
            text.append(set ? LETTERS.charAt(bit % LETTERS.length()) : '-');
        }
        return text.toString();
    }

    private static String size(Inode file) {
        return file.isDevice()
                ? (file.zone(0) >> Byte.SIZE & 0xff) + ", " + (file.zone(0) & 0xff)
                : Integer.toString(file.size());
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}

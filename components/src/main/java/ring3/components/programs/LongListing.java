package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.protocol.Devices;
import ring3.components.protocol.Stat;

/// The rows of `ls -l`, with columns as wide as the longest needs.
final class LongListing {
    private final Posix posix;
    private final int linksWidth;
    private final int sizeWidth;

    /// A listing of files with these properties.
    LongListing(Posix posix, List<Stat> all) {
        this.posix = posix;
        linksWidth = Columns.widest(all.stream().map(s -> Integer.toString(s.links())).toList());
        sizeWidth = Columns.widest(all.stream().map(LongListing::size).toList());
    }

    /// The row of a file that lies at `prefix` plus `name`.
    String row(Stat stat, String name, String prefix) {
        String links = Columns.right(Integer.toString(stat.links()), linksWidth);
        String size = Columns.right(size(stat), sizeWidth);
        return permissions(stat)
                + " "
                + links
                + " "
                + owner(stat.uid())
                + " "
                + owner(stat.gid())
                + " "
                + size
                + " "
                + CivilDate.of(stat.modified()).shortForm()
                + " "
                + name
                + target(stat, prefix + name);
    }

    private static String permissions(Stat stat) {
        StringBuilder text = new StringBuilder();
        text.append(
                switch (stat.mode() & Stat.TYPE_MASK) {
                    case Stat.DIRECTORY -> 'd';
                    case Stat.SYMLINK -> 'l';
                    case Stat.CHARACTER -> 'c';
                    case Stat.BLOCK -> 'b';
                    case Stat.FIFO -> 'p';
                    default -> '-';
                });
        for (int bit = 8; bit >= 0; bit--) {
            text.append((stat.mode() >> bit & 1) != 0 ? "xwr".charAt(bit % 3) : '-');
        }
        return text.toString();
    }

    /// There is one user, and number 0 is root everywhere.
    private static String owner(int number) {
        return number == 0 ? "root" : Integer.toString(number);
    }

    private static String size(Stat stat) {
        return switch (stat.mode() & Stat.TYPE_MASK) {
            case Stat.CHARACTER, Stat.BLOCK ->
                    Devices.major(stat.device()) + ", " + Devices.minor(stat.device());
            default -> Long.toString(stat.size());
        };
    }

    private String target(Stat stat, String path) {
        boolean link = (stat.mode() & Stat.TYPE_MASK) == Stat.SYMLINK;
        return link && posix.tree().readlink(path) instanceof Outcome.Success(String target)
                ? " -> " + target
                : "";
    }
}

package ring3.components.programs;

import java.util.ArrayList;
import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.components.protocol.Dirent;
import ring3.components.protocol.Stat;
import ring3.syslib.Errno;

/// `ls [-1adl] [file...]`: lists files and what is in directories, in the order of the bytes of
/// their names; `-a` those with a dot in front too, `-d` directories themselves, `-l` with all that
/// is known of them, `-1` one a line, as always when no screen shows it.
public final class Ls implements UserProgram {
    private static final int TROUBLE = 2;

    private record Entry(String name, Stat stat) {}

    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "1adl");
        if (line.isRefused(posix, "[-1adl] [file...]", 0, Integer.MAX_VALUE)) {
            return TROUBLE;
        }
        List<String> operands =
                line.operands().isEmpty()
                        ? List.of(".")
                        : line.operands().stream().sorted().toList();
        List<Entry> files = new ArrayList<>();
        List<String> directories = new ArrayList<>();
        int status = 0;
        for (String path : operands) {
            Outcome<Stat> outcome =
                    line.has('l') || line.has('d')
                            ? posix.tree().lstat(path)
                            : statOrLink(posix, path);
            switch (outcome) {
                case Outcome.Failure<Stat>(Errno error) -> {
                    posix.complain("ls", path, error);
                    status = TROUBLE;
                }
                case Outcome.Success<Stat>(Stat stat) when stat.isDirectory() && !line.has('d') ->
                        directories.add(path);
                case Outcome.Success<Stat>(Stat stat) -> files.add(new Entry(path, stat));
            }
        }
        print(posix, line, files, "");
        for (String directory : directories) {
            if (operands.size() > 1) {
                boolean first = files.isEmpty() && directory.equals(directories.getFirst());
                posix.out().line((first ? "" : "\n") + directory + ":");
            }
            status |= list(posix, line, directory);
        }
        return status;
    }

    private static Outcome<Stat> statOrLink(Posix posix, String path) {
        Outcome<Stat> stat = posix.tree().stat(path);
        return stat instanceof Outcome.Failure ? posix.tree().lstat(path) : stat;
    }

    private static int list(Posix posix, CommandLine line, String directory) {
        return switch (posix.tree().list(directory)) {
            case Outcome.Failure<List<Dirent>>(Errno error) -> {
                posix.complain("ls", directory, error);
                yield TROUBLE;
            }
            case Outcome.Success<List<Dirent>>(List<Dirent> all) -> {
                List<String> names =
                        all.stream()
                                .map(Dirent::name)
                                .filter(name -> line.has('a') || !name.startsWith("."))
                                .sorted()
                                .toList();
                String prefix = directory.endsWith("/") ? directory : directory + "/";
                if (line.has('l')) {
                    print(posix, line, entries(posix, prefix, names), prefix);
                } else {
                    printNames(posix, line, names);
                }
                yield 0;
            }
        };
    }

    private static List<Entry> entries(Posix posix, String prefix, List<String> names) {
        List<Entry> entries = new ArrayList<>();
        for (String name : names) {
            switch (posix.tree().lstat(prefix + name)) {
                case Outcome.Failure<Stat>(Errno error) ->
                        posix.complain("ls", prefix + name, error);
                case Outcome.Success<Stat>(Stat stat) -> entries.add(new Entry(name, stat));
            }
        }
        return entries;
    }

    private static void print(Posix posix, CommandLine line, List<Entry> entries, String prefix) {
        if (!line.has('l')) {
            printNames(posix, line, entries.stream().map(Entry::name).toList());
            return;
        }
        LongListing listing = new LongListing(posix, entries.stream().map(Entry::stat).toList());
        for (Entry entry : entries) {
            posix.out().line(listing.row(entry.stat(), entry.name(), prefix));
        }
    }

    private static void printNames(Posix posix, CommandLine line, List<String> names) {
        boolean fills = !line.has('1') && posix.terminals().isScreen(1);
        int columns = fills ? posix.terminals().columns(1) : -1;
        if (columns > 0 && !names.isEmpty()) {
            posix.out().text(Columns.fill(names, columns));
        } else {
            names.forEach(posix.out()::line);
        }
    }
}

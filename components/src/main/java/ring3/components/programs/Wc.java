package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.In;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.components.protocol.Fcntl;
import ring3.syslib.Errno;

/// `wc [-clw] [file...]`: counts lines, words and bytes.
public final class Wc implements UserProgram {
    private static final int WIDTH = 7;

    private record Counts(long lines, long words, long bytes) {
        Counts plus(Counts other) {
            return new Counts(lines + other.lines, words + other.words, bytes + other.bytes);
        }
    }

    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "clw");
        if (line.isRefused(posix, "[-clw] [file...]", 0, Integer.MAX_VALUE)) {
            return 1;
        }
        if (line.operands().isEmpty()) {
            print(posix, line, count(posix.in()), "");
            return 0;
        }
        int status = 0;
        Counts total = new Counts(0, 0, 0);
        for (String file : line.operands()) {
            int fd = posix.tree().open(file, Fcntl.O_RDONLY);
            In in = new In(posix.files(), fd);
            Counts counts = fd < 0 ? total : count(in);
            int error = fd < 0 ? fd : in.error();
            posix.files().close(fd);
            if (error < 0) {
                posix.complain("wc", file, Errno.of(error));
                status = 1;
            } else {
                print(posix, line, counts, " " + file);
                total = total.plus(counts);
            }
        }
        if (line.operands().size() > 1) {
            print(posix, line, total, " total");
        }
        return status;
    }

    private static Counts count(In in) {
        long lines = 0;
        long words = 0;
        long bytes = 0;
        boolean inWord = false;
        for (int c = in.read(); c >= 0; c = in.read()) {
            boolean blank = c == ' ' || c >= '\t' && c <= '\r';
            bytes++;
            lines += c == '\n' ? 1 : 0;
            words += !blank && !inWord ? 1 : 0;
            inWord = !blank;
        }
        return new Counts(lines, words, bytes);
    }

    private static void print(Posix posix, CommandLine line, Counts counts, String name) {
        boolean all = !line.has('l') && !line.has('w') && !line.has('c');
        StringBuilder row = new StringBuilder();
        append(row, all || line.has('l'), counts.lines());
        append(row, all || line.has('w'), counts.words());
        append(row, all || line.has('c'), counts.bytes());
        boolean single = row.toString().lastIndexOf(' ', WIDTH) < 0 || row.length() == WIDTH;
        posix.out().line((single ? row.toString().strip() : row.toString()) + name);
    }

    private static void append(StringBuilder row, boolean wanted, long number) {
        if (wanted) {
            String digits = Long.toString(number);
            row.append(row.isEmpty() ? "" : " ");
            row.append(" ".repeat(Math.max(0, WIDTH - digits.length()))).append(digits);
        }
    }
}

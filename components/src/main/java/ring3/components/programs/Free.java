package ring3.components.programs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.PhysicalMemory;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.Processes;
import ring3.components.lib.posix.UserProgram;
import ring3.syslib.Errno;

/// `free [-p]`: how much memory the machine has and how much of it is free, in KiB. With `-p` also
/// what each process has, and how much of that it shares with others.
public final class Free implements UserProgram {
    private static final int WIDTH = 9;

    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "p");
        if (line.isRefused(posix, "[-p]", 0, 0)) {
            return 1;
        }
        return switch (posix.physicalMemory().report()) {
            case Outcome.Failure<PhysicalMemory.Report>(Errno error) -> {
                posix.complain("free", "memory", error);
                yield 1;
            }
            case Outcome.Success<PhysicalMemory.Report>(PhysicalMemory.Report report) -> {
                posix.out().line("    TOTAL     USED     FREE");
                posix.out().line(row(report.total(), report.used(), report.free()));
                yield line.has('p') ? processes(posix, report) : 0;
            }
        };
    }

    private static int processes(Posix posix, PhysicalMemory.Report report) {
        if (!(posix.processes().list() instanceof Outcome.Success(var processes))) {
            posix.complain("free", "the process table cannot be read");
            return 1;
        }
        ProcessNames names = new ProcessNames(posix);
        Map<Integer, String> byEndpoint = new TreeMap<>();
        for (Processes.Listed process : processes) {
            byEndpoint.put(process.endpoint(), names.of(process));
        }
        posix.out().line("");
        posix.out().line(" ENDPOINT     USED   SHARED COMMAND");
        for (PhysicalMemory.Share share : report.shares()) {
            String name = byEndpoint.getOrDefault(share.endpoint(), "?");
            String numbers = row(share.endpoint(), share.resident(), share.shared());
            posix.out().line(numbers + " " + name);
        }
        return 0;
    }

    private static String row(int... numbers) {
        StringBuilder row = new StringBuilder();
        for (int number : numbers) {
            row.append(Columns.right(Integer.toString(number), WIDTH));
        }
        return row.toString();
    }
}

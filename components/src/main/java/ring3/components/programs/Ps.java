package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.Processes;
import ring3.components.lib.posix.UserProgram;
import ring3.components.protocol.Pm;
import ring3.syslib.Errno;

/// `ps`: lists the processes as PM knows them; services go by the label that RS gave them.
public final class Ps implements UserProgram {
    private static final int NUMBER_WIDTH = 6;
    private static final int ENDPOINT_WIDTH = 9;

    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "aefx");
        if (line.isRefused(posix, "", 0, 0)) {
            return 1;
        }
        return switch (posix.processes().list()) {
            case Outcome.Failure<List<Processes.Listed>>(Errno error) -> {
                posix.complain("ps", "process table", error);
                yield 1;
            }
            case Outcome.Success<List<Processes.Listed>>(List<Processes.Listed> all) -> {
                posix.out().line("   PID  PPID  PGRP ENDPOINT S COMMAND");
                ProcessNames names = new ProcessNames(posix);
                all.forEach(process -> posix.out().line(row(process, names)));
                yield 0;
            }
        };
    }

    private static String row(Processes.Listed process, ProcessNames names) {
        String endpoint = Integer.toString(process.endpoint());
        return Columns.right(Integer.toString(process.pid()), NUMBER_WIDTH)
                + Columns.right(Integer.toString(process.parent()), NUMBER_WIDTH)
                + Columns.right(Integer.toString(process.group()), NUMBER_WIDTH)
                + Columns.right(endpoint, ENDPOINT_WIDTH)
                + " "
                + state(process.state())
                + " "
                + names.of(process);
    }

    private static char state(int state) {
        return switch (state) {
            case Pm.RUNNING -> 'R';
            case Pm.WAITING -> 'W';
            case Pm.ZOMBIE -> 'Z';
            default -> 'S';
        };
    }
}

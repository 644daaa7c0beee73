package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.Services;
import ring3.components.lib.posix.UserProgram;
import ring3.syslib.Errno;

/// `service list`, `service up NAME [LABEL]`, `service down LABEL`, `service refresh LABEL`: asks
/// the reincarnation server to tell of, start, end and restart services (minix: commands/service).
public final class Service implements UserProgram {
    private static final String USAGE = "list | up name [label] | down label | refresh label";

    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "");
        if (line.isRefused(posix, USAGE, 1, 3)) {
            return 2;
        }
        List<String> operands = line.operands();
        String last = operands.getLast();
        Services services = posix.services();
        return switch (operands.getFirst() + operands.size()) {
            case "list1" -> list(posix);
            case "up2", "up3" -> told(posix, last, services.up(operands.get(1), last));
            case "down2" -> told(posix, last, services.down(last));
            case "refresh2" -> told(posix, last, services.refresh(last));
            default -> {
                posix.err().line("usage: service " + USAGE);
                yield 2;
            }
        };
    }

    private static int told(Posix posix, String label, int status) {
        if (status < 0) {
            posix.complain("service", label, Errno.of(status));
            return 1;
        }
        return 0;
    }

    private static int list(Posix posix) {
        return switch (posix.services().list()) {
            case Outcome.Failure<List<Services.Service>>(Errno error) -> {
                posix.complain("service", "list", error);
                yield 1;
            }
            case Outcome.Success<List<Services.Service>>(List<Services.Service> all) -> {
                posix.out().line("LABEL           PID  ENDPOINT  INCARNATION  STATE");
                for (Services.Service service : all) {
                    posix.out().line(row(service));
                }
                yield 0;
            }
        };
    }

    private static String row(Services.Service service) {
        return Columns.left(service.label(), 14)
                + Columns.right(service.pid(), 5)
                + Columns.right(service.endpoint(), 10)
                + Columns.right(service.incarnation(), 13)
                + "  "
                + service.state();
    }
}

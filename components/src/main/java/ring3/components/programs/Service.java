package ring3.components.programs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.conf.ConfMistake;
import ring3.components.lib.posix.ErrorText;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.Services;
import ring3.components.lib.posix.UserProgram;
import ring3.components.protocol.ServiceSetup;
import ring3.syslib.Errno;

/// Asks the reincarnation server to tell of, start, replace and end services (minix:
/// commands/minix-service). `service up NAME` starts one that RS knows; `service up PATH` one from
/// a file, with the privileges that its block in `/etc/system.conf.d/LABEL`, in `/etc/system.conf`
/// or in the file behind `-config` gives it.
public final class Service implements UserProgram {
    private static final String USAGE =
            """
            usage: service list
                   service up NAME [LABEL]
                   service up PATH [-label LABEL] [-config FILE] [-args "ARGUMENT..."]
                              [-dev /dev/NAME] [-major NUMBER] [-period TICKS|nHZ]
                   service update PATH [-label LABEL] [-config FILE] [-args "ARGUMENT..."]
                              [-period TICKS|nHZ]
                   service down|refresh|restart LABEL\
            """;

    private static final List<String> UP =
            List.of("-label", "-config", "-args", "-dev", "-major", "-period");

    private static final List<String> UPDATE = List.of("-label", "-config", "-args", "-period");

    @Override
    public int main(Posix posix, List<String> arguments) {
        String command = arguments.size() < 2 ? "" : arguments.get(1);
        List<String> words = arguments.subList(Math.min(2, arguments.size()), arguments.size());
        try {
            return switch (command) {
                case "up" -> up(posix, ServiceOptions.parse(words, UP));
                case "update" -> update(posix, ServiceOptions.parse(words, UPDATE));
                default -> plain(posix, command + words.size(), words);
            };
        } catch (Complaint complaint) {
            posix.complain("service", complaint.sentence());
        } catch (ConfMistake mistake) {
            posix.err().line(mistake.sentence());
        }
        return 1;
    }

    private static int plain(Posix posix, String form, List<String> words) throws Complaint {
        Services services = posix.services();
        return switch (form) {
            case "list0" -> list(posix);
            case "down1" -> told(words, services.down(words.getFirst()), "it is being updated");
            case "refresh1" ->
                    told(words, services.refresh(words.getFirst()), "it is being updated");
            case "restart1" -> told(words, services.restart(words.getFirst()), "it runs");
            default -> usage(posix);
        };
    }

    private static int usage(Posix posix) {
        posix.err().line(USAGE);
        return 2;
    }

    private static int up(Posix posix, @Nullable ServiceOptions options)
            throws Complaint, ConfMistake {
        if (options == null || options.operands().isEmpty()) {
            return usage(posix);
        }
        List<String> operands = options.operands();
        if (operands.getFirst().indexOf('/') >= 0) {
            return operands.size() == 1
                    ? upFromFile(posix, new ServiceFiles(posix, options))
                    : usage(posix);
        }
        if (operands.size() > 2 || !options.values().isEmpty()) {
            return usage(posix);
        }
        String label = operands.getLast();
        return told(label, posix.services().up(operands.getFirst(), label), "");
    }

    private static int upFromFile(Posix posix, ServiceFiles files) throws Complaint, ConfMistake {
        byte[] image = files.image();
        ServiceSetup setup = files.setup();
        DeviceNode node = files.node();
        if (node != null) {
            setup = setup.driving(node.major(setup.major()), setup.heartbeatTicks());
        }
        int major = posix.services().start(image, setup);
        told(files.label(), major, "another driver has major number " + setup.major());
        if (node != null) {
            node.lead(posix, major);
        }
        return 0;
    }

    private static int update(Posix posix, @Nullable ServiceOptions options)
            throws Complaint, ConfMistake {
        if (options == null || options.operands().size() != 1) {
            return usage(posix);
        }
        ServiceFiles files = new ServiceFiles(posix, options);
        byte[] image = files.image();
        int status = posix.services().update(files.label(), image, files.newSetup());
        return told(files.label(), status, "it does not run, or is being updated");
    }

    private static int told(List<String> words, int status, String busy) throws Complaint {
        return told(words.getFirst(), status, busy);
    }

    private static int told(String label, int status, String busy) throws Complaint {
        if (status < 0) {
            throw new Complaint(label + ": " + why(Errno.of(status), busy));
        }
        return 0;
    }

    private static String why(Errno error, String busy) {
        return switch (error) {
            case EPERM -> "the system cannot do without it";
            case ESRCH -> "no service has this label";
            case EEXIST -> "a service has this label already";
            case EBUSY -> busy;
            case EINTR -> "it did not come to rest in time";
            default -> ErrorText.of(error);
        };
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

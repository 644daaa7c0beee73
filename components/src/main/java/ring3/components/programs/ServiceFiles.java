package ring3.components.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.conf.ConfMistake;
import ring3.components.lib.conf.ConfNumbers;
import ring3.components.lib.conf.SystemConf;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.In;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Rs;
import ring3.components.protocol.ServiceSetup;
import ring3.components.protocol.Stat;
import ring3.syslib.Errno;

/// The files that a service starts from: its program, and what it may do.
final class ServiceFiles {
    private static final String FOLDER = "/etc/system.conf.d/";
    private static final String COMMON_FILE = "/etc/system.conf";

    private final Posix posix;
    private final String program;
    private final ServiceOptions options;
    private final String label;

    /// The files behind the operand of `service up` or `service update`.
    ServiceFiles(Posix posix, ServiceOptions options) {
        this.posix = posix;
        this.options = options;
        program = options.operands().getFirst();
        String given = options.value("-label");
        label = given == null ? CommandLine.baseName(program) : given;
    }

    /// The name that the service has, or will have.
    String label() {
        return label;
    }

    /// The bytes of the program.
    byte[] image() throws Complaint {
        int fd = open(program);
        byte[] bytes = new byte[0];
        int length = 0;
        int got = 1;
        while (got > 0 && length <= Rs.IMAGE_MAX) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length + 4096);
            }
            got = posix.files().read(fd, bytes, length, bytes.length - length);
            length += Math.max(got, 0);
        }
        posix.files().close(fd);
        if (got < 0) {
            throw new Complaint(program, got);
        }
        return Arrays.copyOf(bytes, length);
    }

    private int open(String path) throws Complaint {
        int fd = posix.tree().open(path, Fcntl.O_RDONLY);
        if (fd < 0) {
            throw new Complaint(path, fd);
        }
        return fd;
    }

    /// What the service may do: what its file says, and then the options.
    ServiceSetup setup() throws Complaint, ConfMistake {
        if (!ServiceSetup.isLabel(label)) {
            throw new Complaint(
                    label
                            + ": a label has 1 to "
                            + ServiceSetup.LABEL_MAX
                            + " letters, digits, '_', '-' and '.'");
        }
        ServiceSetup written = written();
        int ticks = number("-period", 0, ServiceSetup.HEARTBEAT_MAX, written.heartbeatTicks());
        int major = number("-major", 1, ServiceSetup.MAJOR_MAX, written.major());
        return written.named(label, arguments()).driving(major, ticks);
    }

    /// What the service may do after an update; null when it keeps what it has, because nothing was
    /// said about it.
    @Nullable ServiceSetup newSetup() throws Complaint, ConfMistake {
        boolean said = options.values().size() > (options.value("-label") == null ? 0 : 1);
        return said ? setup() : null;
    }

    private int number(String option, int least, int most, int otherwise) throws Complaint {
        String text = options.value(option);
        if (text == null) {
            return otherwise;
        }
        int number = ConfNumbers.ticks(text);
        if (number < least || number > most) {
            throw new Complaint(option + " is a number from " + least + " to " + most);
        }
        return number;
    }

    private List<String> arguments() throws Complaint {
        List<String> words = new ArrayList<>();
        String text = options.value("-args");
        if (text != null && text.length() >= ServiceSetup.ARGUMENTS_MAX) {
            throw new Complaint("-args", Errno.E2BIG.status());
        }
        StringTokenizer rest = new StringTokenizer(text == null ? "" : text);
        while (rest.hasMoreTokens()) {
            words.add(rest.nextToken());
        }
        return words;
    }

    private ServiceSetup written() throws Complaint, ConfMistake {
        String given = options.value("-config");
        String own = given == null ? FOLDER + label : given;
        if (given != null || posix.tree().stat(own) instanceof Outcome.Success) {
            ServiceSetup setup = block(own);
            if (setup == null) {
                throw new Complaint(own + ": there is no block for the service " + label);
            }
            return setup;
        }
        ServiceSetup setup = block(COMMON_FILE);
        if (setup == null) {
            throw new Complaint(
                    label + ": its privileges are neither in " + own + " nor in " + COMMON_FILE);
        }
        return setup;
    }

    /// The block for the service, or else for its program: one program can be many services.
    private @Nullable ServiceSetup block(String file) throws Complaint, ConfMistake {
        In in = new In(posix.files(), open(file));
        SystemConf conf = SystemConf.parse(file, in.rest());
        if (in.error() < 0) {
            throw new Complaint(file, in.error());
        }
        ServiceSetup setup = conf.find(label);
        return setup == null ? conf.find(CommandLine.baseName(program)) : setup;
    }

    /// The device node of the service, or null when it is to have none.
    @Nullable DeviceNode node() throws Complaint {
        String path = options.value("-dev");
        if (path == null) {
            return null;
        }
        Outcome<Stat> present = posix.tree().stat(path);
        if (present instanceof Outcome.Success<Stat>(Stat stat)) {
            return DeviceNode.existing(path, stat);
        }
        if (present.error() != Errno.ENOENT) {
            throw new Complaint(path, present.error().status());
        }
        return new DeviceNode(path, null);
    }
}

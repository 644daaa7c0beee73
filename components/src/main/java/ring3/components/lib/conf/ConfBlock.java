package ring3.components.lib.conf;

import java.util.ArrayList;
import java.util.List;
import ring3.components.protocol.ServiceSetup;
import ring3.syslib.Endpoint;
import ring3.syslib.Privilege;
import ring3.syslib.Privilege.Range;
import ring3.syslib.SysCall;

/// One block while it is read.
final class ConfBlock {
    /// Those who have a fixed place in send masks, and how people call them.
    private enum Partner {
        SYSTEM("SYSTEM", Privilege.ipcBit(Endpoint.SYSTEM)),
        USER("USER", 1L << Privilege.USER_ID),
        PM("pm", Privilege.ipcBit(Endpoint.PM)),
        VFS("vfs", Privilege.ipcBit(Endpoint.VFS)),
        RS("rs", Privilege.ipcBit(Endpoint.RS)),
        MEMORY("memory", Privilege.ipcBit(Endpoint.MEM)),
        SCHED("sched", Privilege.ipcBit(Endpoint.SCHED)),
        TTY("tty", Privilege.ipcBit(Endpoint.TTY)),
        DS("ds", Privilege.ipcBit(Endpoint.DS)),
        VM("vm", Privilege.ipcBit(Endpoint.VM)),
        MFS("mfs", Privilege.ipcBit(Endpoint.MFS));

        private final String word;
        private final long bit;

        Partner(String word, long bit) {
            this.word = word;
            this.bit = bit;
        }
    }

    private final ConfWords words;
    private final List<Range> ports = new ArrayList<>();
    private final List<Integer> irqs = new ArrayList<>();
    private long calls = SysCall.BASIC;
    private long ipcTo = Privilege.IPC_ALL_SYS;
    private int queue = 7;
    private int quantumMillis = 200;
    private boolean byKernel;
    private int heartbeatTicks;
    private boolean restarted = true;
    private int major;
    private int memoryKib = 256;

    ConfBlock(ConfWords words) {
        this.words = words;
    }

    /// What was read, as the setup of a service.
    ServiceSetup setup(String label) {
        return new ServiceSetup(
                label,
                List.of(),
                major,
                heartbeatTicks,
                restarted,
                memoryKib,
                queue,
                quantumMillis,
                byKernel,
                new Privilege(0, 0, calls, ipcTo, Endpoint.RS, ports, List.of(), irqs));
    }

    /// Takes one option.
    void take(String option, List<String> values) throws ConfMistake {
        if (values.isEmpty()) {
            throw words.mistake("the option " + option + " has no value");
        }
        switch (option) {
            case "ipc" -> ipcTo = partners(values);
            case "system" -> calls = calls(values);
            case "io" -> takePorts(values);
            case "irq" -> takeLines(values);
            default -> takeSingle(option, one(option, values));
        }
    }

    private void takeSingle(String option, String value) throws ConfMistake {
        switch (option) {
            case "priority" -> queue = number(option, value, 0, ServiceSetup.QUEUE_MAX);
            case "quantum" -> quantumMillis = number(option, value, 1, ServiceSetup.QUANTUM_MAX);
            case "memory" -> memoryKib = number(option, value, 1, ServiceSetup.KIB_MAX);
            case "major" ->
                    major =
                            value.equals("ANY")
                                    ? ServiceSetup.ANY_MAJOR
                                    : number(option, value, 1, ServiceSetup.MAJOR_MAX);
            case "scheduler" -> byKernel = choice(option, value, "KERNEL", "sched");
            case "restart" -> restarted = choice(option, value, "YES", "NO");
            case "heartbeat" -> heartbeatTicks = value.equals("NONE") ? 0 : heartbeat(value);
            case "uid" -> requireSuperuser(value);
            default -> throw words.mistake("no option is named " + option);
        }
    }

    private String one(String option, List<String> values) throws ConfMistake {
        if (values.size() > 1) {
            throw words.mistake("the option " + option + " takes one value");
        }
        return values.getFirst();
    }

    private int number(String option, String value, int least, int most) throws ConfMistake {
        int number = ConfNumbers.number(value);
        if (number < least || number > most) {
            String range = least + " to " + most;
            throw words.mistake(option + " is a number from " + range + ", not '" + value + "'");
        }
        return number;
    }

    private boolean choice(String option, String value, String yes, String no) throws ConfMistake {
        if (!value.equals(yes) && !value.equals(no)) {
            throw words.mistake(option + " is " + yes + " or " + no + ", not '" + value + "'");
        }
        return value.equals(yes);
    }

    private int heartbeat(String value) throws ConfMistake {
        int ticks = ConfNumbers.ticks(value);
        if (ticks < 1 || ticks > ServiceSetup.HEARTBEAT_MAX) {
            throw words.mistake(
                    "heartbeat is NONE, clock ticks or seconds as 1HZ, not '" + value + "'");
        }
        return ticks;
    }

    private void requireSuperuser(String value) throws ConfMistake {
        if (ConfNumbers.number(value) != 0) {
            throw words.mistake("uid is 0, the superuser, whom all processes belong to so far");
        }
    }

    private long partners(List<String> values) throws ConfMistake {
        long mask = 0;
        for (String value : values) {
            mask |=
                    switch (value) {
                        case "ALL" -> Privilege.IPC_ALL;
                        case "ALL_SYS" -> Privilege.IPC_ALL_SYS;
                        case "NONE" -> 0;
                        default -> partner(value);
                    };
        }
        return mask;
    }

    private long partner(String value) throws ConfMistake {
        for (Partner partner : Partner.values()) {
            if (partner.word.equals(value)) {
                return partner.bit;
            }
        }
        throw words.mistake("no partner of the boot image is named " + value);
    }

    private long calls(List<String> values) throws ConfMistake {
        if (values.size() == 1 && values.getFirst().equals("NONE")) {
            return 0;
        }
        long mask = SysCall.BASIC;
        for (String value : values) {
            mask |=
                    switch (value) {
                        case "ALL" -> SysCall.ALL;
                        case "BASIC" -> SysCall.BASIC;
                        default -> call(value).bit();
                    };
        }
        return mask;
    }

    private SysCall call(String value) throws ConfMistake {
        for (SysCall call : SysCall.values()) {
            if (call.name().equals("SYS_" + value)) {
                return call;
            }
        }
        throw words.mistake("no kernel call is named " + value);
    }

    private void takePorts(List<String> values) throws ConfMistake {
        for (String value : values) {
            if (!value.equals("NONE")) {
                requireRoom("io", ports.size());
                ports.add(ports(value));
            }
        }
    }

    private Range ports(String value) throws ConfMistake {
        int colon = value.indexOf(':');
        int first = ConfNumbers.hexadecimal(colon < 0 ? value : value.substring(0, colon));
        int count = colon < 0 ? 1 : ConfNumbers.hexadecimal(value.substring(colon + 1));
        if (first < 0 || count < 1 || count > ServiceSetup.PORT_MAX - first + 1) {
            throw words.mistake("'" + value + "' is no range of ports, as 300:4 is in hexadecimal");
        }
        return new Range(first, first + count - 1);
    }

    private void takeLines(List<String> values) throws ConfMistake {
        for (String value : values) {
            if (!value.equals("NONE")) {
                requireRoom("irq", irqs.size());
                int line = ConfNumbers.number(value);
                if (!ServiceSetup.isDriversLine(line)) {
                    throw words.mistake("'" + value + "' is no interrupt line of a device");
                }
                irqs.add(line);
            }
        }
    }

    private void requireRoom(String option, int count) throws ConfMistake {
        if (count == Privilege.RANGES_MAX) {
            throw words.mistake(option + " takes at most " + Privilege.RANGES_MAX + " values");
        }
    }
}

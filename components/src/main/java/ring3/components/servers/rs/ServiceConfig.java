package ring3.components.servers.rs;

import java.util.ArrayList;
import java.util.List;
import ring3.components.Kind;
import ring3.components.protocol.ServiceSetup;
import ring3.syslib.Endpoint;
import ring3.syslib.Privilege;
import ring3.syslib.Privilege.Range;
import ring3.syslib.SysCall;
import ring3.syslib.Trap;

/// What one service is and may do: a row of the boot table, or what came with its file.
///
/// @param label its name among services, at most 15 characters
/// @param executable the name of its executable, and of the module that holds it
/// @param slot its slot in the boot image, or [#NO_SLOT] when RS makes its process
/// @param onDemand it starts when somebody asks for it, not at boot
/// @param queue its priority, 0 the most urgent
/// @param quantumMillis how long it may run before others of its queue have their turn
/// @param kernelScheduled the kernel keeps it in its queue; else SCHED decides
/// @param ipcTo to which privilege ids it may send
/// @param calls the kernel calls it may make
/// @param heartbeatTicks how often it must show that it lives; 0 for never
/// @param major the device number that it drives, or 0
/// @param memoryKib how much memory it has
/// @param arguments what its program is told besides its label
public record ServiceConfig(
        String label,
        String executable,
        Kind kind,
        int slot,
        boolean onDemand,
        int queue,
        int quantumMillis,
        boolean kernelScheduled,
        long ipcTo,
        long calls,
        List<Range> ports,
        List<Integer> irqs,
        List<Range> memory,
        int heartbeatTicks,
        RestartPolicy restart,
        int major,
        int memoryKib,
        List<String> arguments) {
    /// The slot of a service that is no part of the boot image.
    public static final int NO_SLOT = Integer.MIN_VALUE;

    /// A service may do what is listed and nothing else: without these flags an empty list would
    /// allow everything.
    private static final int FLAGS =
            Privilege.SYS_PROC
                    | Privilege.PREEMPTIBLE
                    | Privilege.CHECK_IO_PORT
                    | Privilege.CHECK_IRQ
                    | Privilege.CHECK_MEM;

    public ServiceConfig {
        ports = List.copyOf(ports);
        irqs = List.copyOf(irqs);
        memory = List.copyOf(memory);
        arguments = List.copyOf(arguments);
    }

    /// What came with a file, for a driver of `major`. It names no physical memory, and the flags
    /// and traps are those of every service: more than that is not to be had by asking.
    static ServiceConfig of(ServiceSetup setup, int major) {
        return new ServiceConfig(
                setup.label(),
                setup.label(),
                Kind.DRIVER,
                NO_SLOT,
                true,
                setup.queue(),
                setup.quantumMillis(),
                setup.byKernel(),
                setup.rights().ipcTo(),
                setup.rights().calls(),
                setup.rights().ports(),
                setup.rights().irqs(),
                List.of(),
                setup.heartbeatTicks(),
                setup.restarted() ? RestartPolicy.RESTART : RestartPolicy.NEVER,
                major,
                setup.memoryKib(),
                setup.arguments());
    }

    /// Whether the kernel makes its first process.
    public boolean inBootImage() {
        return slot != NO_SLOT;
    }

    /// Its privileges as the kernel wants them.
    ///
    /// @param dynamic its process is not one of the boot image and takes any free id
    public Privilege privilege(boolean dynamic) {
        int flags = dynamic ? FLAGS | Privilege.DYNAMIC_ID : FLAGS;
        return new Privilege(flags, Trap.ALL, calls, ipcTo, Endpoint.RS, ports, memory, irqs);
    }

    /// A row under construction. What is not said is as for a driver of MINIX: basic calls, all
    /// system processes, queue 7 with 200 ms by SCHED, no devices, no heartbeat, restarted.
    static final class Row {
        private String label;
        private final String executable;
        private final Kind kind;
        private int slot = NO_SLOT;
        private boolean onDemand;
        private int queue = 7;
        private int quantumMillis = 200;
        private boolean kernelScheduled;
        private long ipcTo = Privilege.IPC_ALL_SYS;
        private long calls = SysCall.BASIC;
        private final List<Range> ports = new ArrayList<>();
        private List<Integer> irqs = List.of();
        private final List<Range> memory = new ArrayList<>();
        private int heartbeatTicks;
        private RestartPolicy restart = RestartPolicy.RESTART;
        private int major;
        private int memoryKib = 64;

        Row(Kind kind, String executable) {
            this.kind = kind;
            this.executable = executable;
            this.label = executable;
        }

        Row label(String name) {
            label = name;
            return this;
        }

        Row boot(Endpoint process) {
            slot = process.slot();
            return this;
        }

        Row onDemand() {
            onDemand = true;
            return this;
        }

        Row queue(int number, int millis) {
            queue = number;
            quantumMillis = millis;
            return this;
        }

        Row byKernel() {
            kernelScheduled = true;
            return this;
        }

        Row ipcAll() {
            ipcTo = Privilege.IPC_ALL;
            return this;
        }

        Row allCalls() {
            calls = SysCall.ALL;
            return this;
        }

        Row calls(SysCall... more) {
            for (SysCall call : more) {
                calls |= call.bit();
            }
            return this;
        }

        /// Allows `count` ports from `first` on.
        Row io(int first, int count) {
            ports.add(new Range(first, first + count - 1));
            return this;
        }

        Row irqs(Integer... lines) {
            irqs = List.of(lines);
            return this;
        }

        /// Allows physical memory from `first` to `last`.
        Row physical(int first, int last) {
            memory.add(new Range(first, last));
            return this;
        }

        Row heartbeat(int ticks) {
            heartbeatTicks = ticks;
            return this;
        }

        Row onDeath(RestartPolicy policy) {
            restart = policy;
            return this;
        }

        Row major(int number) {
            major = number;
            return this;
        }

        Row kib(int kib) {
            memoryKib = kib;
            return this;
        }

        ServiceConfig done() {
            return new ServiceConfig(
                    label,
                    executable,
                    kind,
                    slot,
                    onDemand,
                    queue,
                    quantumMillis,
                    kernelScheduled,
                    ipcTo,
                    calls,
                    ports,
                    irqs,
                    memory,
                    heartbeatTicks,
                    restart,
                    major,
                    memoryKib,
                    List.of());
        }
    }
}

package ring3.kernel.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.Observer;
import ring3.events.ProcessKind;
import ring3.hardware.Computer;
import ring3.hardware.CostModel;
import ring3.hardware.DiskImage;
import ring3.hardware.DiskTiming;
import ring3.kernel.Kernel;
import ring3.kernel.boot.BootModule;
import ring3.kernel.boot.Executable;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.Privilege;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// A machine with the real kernel and the processes that a test declares. Its reincarnation server
/// gives each its privileges and quantum, in the order of their declaration, before any of them
/// runs; then it does what the test says.
public final class TestMachine {
    /// Nanoseconds in a millisecond.
    public static final long MILLI = 1_000_000;

    /// A little more than a clock tick.
    public static final long TICK = 17 * MILLI;

    private static final int MEMORY = 0x8000;
    private static final int SERVICES = 20;
    private static final int USERS = 60;

    private final Computer computer;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Executable> programs = new LinkedHashMap<>();
    private final Map<String, Supplier<Program>> fresh = new LinkedHashMap<>();
    private final List<KernelEvent> events = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();
    private Program rs = _ -> {};
    private Observer observer = _ -> false;
    private CostModel costs = CostModel.DEFAULT;
    private boolean faultsExpected;
    private @Nullable Kernel kernel;

    /// A machine with 4 MiB of memory.
    public TestMachine() {
        this(4 << 20);
    }

    /// A machine with so much memory, of which 1 MiB belongs to the devices.
    public TestMachine(int memoryBytes) {
        this(memoryBytes, null);
    }

    /// The same with a disk.
    public TestMachine(int memoryBytes, @Nullable DiskImage disk) {
        computer = new Computer(memoryBytes, disk, null, DiskTiming.DEFAULT);
    }

    // ---- What the test declares

    /// A service with all rights.
    public Member service(String name) {
        return add(new Member(name, SERVICES + members.size(), false));
    }

    /// A service in a slot of the boot image.
    public Member service(String name, Endpoint endpoint) {
        return add(new Member(name, endpoint.slot(), false));
    }

    /// A user process.
    public Member user(String name) {
        return add(new Member(name, USERS + members.size(), true));
    }

    private Member add(Member member) {
        members.add(member);
        return member;
    }

    /// A program that a process may start.
    public void program(String name, boolean forks, Supplier<Program> program) {
        fresh.put(name, program);
        programs.put(name, new Executable(_ -> {}, ProcessKind.USER, forks));
    }

    /// What rs does when all are set up; behind that it takes messages and ignores them.
    public void rs(Program body) {
        rs = body;
    }

    /// A boot parameter.
    public void parameter(String text) {
        parameters.add(text);
    }

    /// The instructions between two kernel entries take so long: a machine that is busy for long is
    /// soon done with.
    public TestMachine slow(long nanos) {
        costs = new CostModel(1, nanos, 150, 350, 400, 800, 600, 400);
        return this;
    }

    /// Who watches, besides the test.
    public void observer(Observer watcher) {
        observer = watcher;
    }

    /// Exceptions belong to the test; without this they fail it.
    public TestMachine expectFaults() {
        faultsExpected = true;
        return this;
    }

    // ---- The machine

    /// The machine, booted when it is first asked for.
    public Kernel kernel() {
        if (kernel == null) {
            kernel =
                    new Kernel(
                            computer,
                            modules(),
                            parameters,
                            costs,
                            (image, _) -> load(image),
                            this::watch);
        }
        return kernel;
    }

    /// The hardware.
    public Computer computer() {
        return computer;
    }

    /// Lets all do what they can in ten milliseconds, less than a clock tick.
    public void run() {
        run(10 * MILLI);
    }

    /// Lets so much virtual time pass.
    public void run(long nanos) {
        Kernel machine = kernel();
        machine.run(machine.nanos() + nanos);
        List<ExceptionRaised> faults = events(ExceptionRaised.class);
        if (!faultsExpected && !faults.isEmpty()) {
            throw new AssertionError("nobody expected " + faults);
        }
    }

    /// All events so far.
    public List<KernelEvent> events() {
        return events;
    }

    /// The events of one kind.
    public <E extends KernelEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private boolean watch(KernelEvent event) {
        events.add(event);
        return observer.on(event);
    }

    private List<BootModule> modules() {
        List<BootModule> modules = new ArrayList<>();
        modules.add(module("rs", Endpoint.RS.slot()));
        programs.put("rs", new Executable(this::reincarnate, ProcessKind.SERVER, false));
        for (Member member : members) {
            modules.add(module(member.name, member.slot));
            ProcessKind kind = member.user ? ProcessKind.USER : ProcessKind.SERVER;
            programs.put(member.name, new Executable(member.program, kind, member.forks));
        }
        return modules;
    }

    private static BootModule module(String name, int slot) {
        return new BootModule(name, slot, bytes(name), new byte[0], MEMORY);
    }

    /// The bytes of an executable: its name.
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private @Nullable Executable load(byte[] image) {
        String name = new String(image, StandardCharsets.ISO_8859_1);
        Executable known = programs.get(name);
        Supplier<Program> program = fresh.get(name);
        return known == null || program == null
                ? known
                : new Executable(program.get(), known.kind(), known.forks());
    }

    // ---- The reincarnation server

    private void reincarnate(Syslib sys) {
        for (Member member : members) {
            if (member.allowed) {
                setUp(sys, member);
            }
        }
        rs.run(sys);
        while (true) {
            sys.receive();
        }
    }

    private static void setUp(Syslib sys, Member member) {
        if (member.user) {
            must(sys, new KernelRequest.Privctl(member.endpoint(), Privilege.SET_USER, 0));
        } else {
            must(sys, setSystem(sys, member.endpoint(), member.rights));
        }
        if (member.scheduled) {
            must(sys, schedule(member.endpoint(), member.priority, member.quantumMillis));
        }
        must(sys, new KernelRequest.Privctl(member.endpoint(), Privilege.ALLOW, 0));
    }

    /// The request that gives `target` these rights, which are put in the memory of the caller.
    public static KernelRequest setSystem(Syslib sys, Endpoint target, Rights rights) {
        int address = sys.allocate(Privilege.BYTES);
        rights.privilege().store(sys.memory(), address);
        return new KernelRequest.Privctl(target, Privilege.SET_SYS, address);
    }

    /// The request by which the kernel schedules `target`.
    public static KernelRequest schedule(Endpoint target, int priority, int quantumMillis) {
        return new KernelRequest.Schedctl(target, true, priority, quantumMillis);
    }

    /// A kernel call that must succeed.
    public static KernelReply must(Syslib sys, KernelRequest request) {
        KernelReply reply = sys.kernelCall(request);
        if (reply.failed()) {
            throw new AssertionError(request + " failed with " + reply);
        }
        return reply;
    }

    /// Waits for `ticks` of the clock, so that a test can order what its processes do.
    public static void pause(Syslib sys, int ticks) {
        sys.setAlarm(ticks);
        sys.receive(Endpoint.CLOCK);
    }
}

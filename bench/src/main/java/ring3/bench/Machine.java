package ring3.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ring3.events.Observer;
import ring3.events.ProcessKind;
import ring3.hardware.Computer;
import ring3.hardware.CostModel;
import ring3.hardware.DiskTiming;
import ring3.hardware.PhysicalMemory;
import ring3.kernel.Kernel;
import ring3.kernel.boot.BootModule;
import ring3.kernel.boot.Executable;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelRequest;
import ring3.syslib.Privilege;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// A machine with the real kernel and a few processes whose programs are lambdas. Its reincarnation
/// server gives each of them its rights and its queue and then waits for messages for ever.
final class Machine {
    /// The queue of drivers and servers, more urgent than that of users.
    static final int SERVICE_QUEUE = 3;

    /// The queue of users.
    static final int USER_QUEUE = 7;

    /// The first slot that is free for user processes.
    static final int FIRST_USER = 12;

    /// Memory enough for a process that only sends and receives.
    static final int SMALL_BYTES = 0x100;

    private static final int QUANTUM_MILLIS = 200;
    private static final int MEMORY_BYTES = 0x8000;
    private static final int DEVICE_BYTES = 1 << 20;
    private static final int ARRAY_HEADER_BYTES = 16;
    private static final long BOOT_NANOS = 20_000_000;
    private static final long NANOS_PER_PROCESS = 10_000;

    private final Map<String, Member> members = new LinkedHashMap<>();
    private final int memoryBytes;
    private int users;
    @Nullable private Computer computer;

    /// A process and what rs gives it; without rights of its own it shares those of all users.
    private record Member(
            String name, int slot, int queue, @Nullable Privilege rights, Program program) {
        Endpoint endpoint() {
            return Endpoint.of(slot, 0);
        }
    }

    /// A machine with none but rs, whose processes get so much memory each.
    Machine(int memoryBytes) {
        this.memoryBytes = memoryBytes;
    }

    /// A machine with none but rs, whose processes get enough memory for grants and buffers.
    Machine() {
        this(MEMORY_BYTES);
    }

    /// A service with a place in the boot image.
    void service(Endpoint endpoint, int queue, Privilege rights, Program program) {
        add(new Member(serviceName(endpoint), endpoint.slot(), queue, rights, program));
    }

    /// What the service with that endpoint is called; the bytes of its executable are the same.
    static String serviceName(Endpoint endpoint) {
        return "service" + endpoint;
    }

    /// A user process, in a slot from [#FIRST_USER] on.
    Endpoint user(Program program) {
        int slot = FIRST_USER + users++;
        Member member = new Member("user" + slot, slot, USER_QUEUE, null, program);
        add(member);
        return member.endpoint();
    }

    private void add(Member member) {
        members.put(member.name(), member);
    }

    // ---- Power on

    /// Switches the machine on; nobody has run yet.
    Kernel boot(Observer observer) {
        return boot(observer, CostModel.DEFAULT);
    }

    /// Switches the machine on, where things cost what `costs` says.
    Kernel boot(Observer observer, CostModel costs) {
        List<BootModule> modules = new ArrayList<>();
        modules.add(module("rs", Endpoint.RS.slot(), MEMORY_BYTES));
        members.values().forEach(m -> modules.add(module(m.name(), m.slot(), memoryBytes)));
        computer = new Computer(physicalBytes(), null, null, DiskTiming.DEFAULT);
        int slots = FIRST_USER + members.size();
        return new Kernel(
                computer, slots, modules, List.of(), costs, (image, _) -> load(image), observer);
    }

    /// The virtual time by which all of them have been set up and have begun.
    long settledNanos() {
        return BOOT_NANOS + members.size() * NANOS_PER_PROCESS;
    }

    /// Touches every frame of the machine's memory, which exists on the host from then on. Returns
    /// how many bytes of the host that takes.
    long touchMemory() {
        PhysicalMemory memory = Objects.requireNonNull(computer).memory();
        for (int i = 0; i < memory.frames(); i++) {
            memory.frame(i);
        }
        return (long) memory.frames() * (PhysicalMemory.FRAME_BYTES + ARRAY_HEADER_BYTES);
    }

    /// Enough for all, each with a page for its program, one for rounding and one for the image.
    private int physicalBytes() {
        int pages = 4 * 4096;
        return DEVICE_BYTES + 4 * MEMORY_BYTES + members.size() * (memoryBytes + pages);
    }

    private static BootModule module(String name, int slot, int memoryBytes) {
        byte[] image = name.getBytes(StandardCharsets.ISO_8859_1);
        return new BootModule(name, slot, image, new byte[0], memoryBytes);
    }

    private @Nullable Executable load(byte[] image) {
        String name = new String(image, StandardCharsets.ISO_8859_1);
        if (name.equals("rs")) {
            return new Executable(this::reincarnate, ProcessKind.SERVER, false);
        }
        Member member = members.get(name);
        if (member == null) {
            return null;
        }
        ProcessKind kind = member.rights() == null ? ProcessKind.USER : ProcessKind.SERVER;
        return new Executable(member.program(), kind, false);
    }

    // ---- The reincarnation server

    private void reincarnate(Syslib sys) {
        int address = sys.allocate(Privilege.BYTES);
        for (Member member : members.values()) {
            privctl(sys, member, address);
            must(
                    sys,
                    new KernelRequest.Schedctl(
                            member.endpoint(), true, member.queue(), QUANTUM_MILLIS));
        }
        for (Member member : members.values()) {
            must(sys, new KernelRequest.Privctl(member.endpoint(), Privilege.ALLOW, 0));
        }
        while (true) {
            sys.receive();
        }
    }

    private static void privctl(Syslib sys, Member member, int address) {
        if (member.rights() == null) {
            must(sys, new KernelRequest.Privctl(member.endpoint(), Privilege.SET_USER, 0));
        } else {
            member.rights().store(sys.memory(), address);
            must(sys, new KernelRequest.Privctl(member.endpoint(), Privilege.SET_SYS, address));
        }
    }

    /// A kernel call that must succeed: a refused one would be quicker than what is measured.
    static void must(Syslib sys, KernelRequest request) {
        must(sys.status(request));
    }

    /// What must not be an error number.
    static void must(int status) {
        if (status < 0) {
            throw new IllegalStateException("the kernel answered with error " + status);
        }
    }
}

package ring3.components.servers.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Vm.VmBrk;
import ring3.components.protocol.Vm.VmExecNewmem;
import ring3.components.protocol.Vm.VmExit;
import ring3.components.protocol.Vm.VmFork;
import ring3.components.protocol.Vm.VmInfo;
import ring3.components.protocol.Vm.VmWillexit;
import ring3.components.protocol.VmReply.VmChild;
import ring3.components.protocol.VmReply.VmStats;
import ring3.components.testing.ByteMemory;
import ring3.components.testing.FakeProcess;
import ring3.components.testing.FakeTraps;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelReply.ForkReply;
import ring3.syslib.KernelReply.MemoryReply;
import ring3.syslib.KernelRequest.Fork;
import ring3.syslib.KernelRequest.Kill;
import ring3.syslib.KernelRequest.Memset;
import ring3.syslib.KernelRequest.Physcopy;
import ring3.syslib.KernelRequest.Update;
import ring3.syslib.KernelRequest.Vmctl;
import ring3.syslib.Message;
import ring3.syslib.Signals;
import ring3.syslib.VmPagefault;

/// vm on a machine whose processor and kernel the test plays. There are page tables, only vm fills
/// them, and every load and store of a process goes through them. Physical memory is full of
/// rubbish at the start.
final class VmMachine implements AutoCloseable {
    static final int PAGE = 4096;
    static final int FRAMES = 256;

    /// The first frame that nobody uses.
    static final int FIRST_FREE = 32;

    /// Pages of the two processes of the boot image, vm and init.
    static final int VM_PAGES = 4;

    static final int INIT_PAGES = 8;
    static final int RESERVED = FIRST_FREE - VM_PAGES - INIT_PAGES;
    static final Endpoint INIT = Endpoint.INIT;

    private static final int SLOTS = 64;
    private static final int VM_FRAME = 16;
    private static final int INIT_FRAME = 20;
    private static final int RUBBISH = 0xee;

    private record Page(int frame, boolean writable) {}

    final FakeTraps traps = new FakeTraps(Endpoint.VM, 64);
    private final ByteMemory physical = traps.memoryOf(Endpoint.NONE);
    private final Map<Integer, TreeMap<Integer, Page>> tables = new TreeMap<>();
    private final TreeSet<Integer> inhibited = new TreeSet<>();
    private final TreeSet<Integer> faulting = new TreeSet<>();
    private final TreeSet<Integer> sending = new TreeSet<>();
    private final Deque<MemoryReply> kernelCalls = new ArrayDeque<>();
    private final FakeProcess vm;
    private int memoryReply;
    private int births;

    VmMachine() {
        physical.fill(0, FRAMES * PAGE, RUBBISH);
        boot(Endpoint.VM, VM_FRAME, VM_PAGES);
        boot(INIT, INIT_FRAME, INIT_PAGES);
        traps.info(KernelInfo.KINFO, ints(FRAMES, FIRST_FREE, SLOTS, 60));
        traps.info(KernelInfo.IMAGE, image());
        traps.answer(Vmctl.class, this::vmctl);
        traps.answer(Fork.class, this::bear);
        traps.answer(Update.class, this::swap);
        traps.answer(Memset.class, this::memset);
        traps.answer(Physcopy.class, this::physcopy);
        vm = FakeProcess.service(traps, new VmServer());
    }

    private void boot(Endpoint process, int frame, int pages) {
        TreeMap<Integer, Page> table = new TreeMap<>();
        for (int i = 0; i < pages; i++) {
            table.put(1 + i, new Page(frame + i, true));
        }
        tables.put(process.value(), table);
    }

    private static byte[] ints(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static byte[] image() {
        int[][] modules = {
            {Endpoint.VM.slot(), VM_FRAME * PAGE, VM_PAGES},
            {KernelInfo.NO_SLOT, 0, 0},
            {INIT.slot(), INIT_FRAME * PAGE, INIT_PAGES}
        };
        ByteBuffer table = ByteBuffer.allocate(modules.length * KernelInfo.MODULE_BYTES);
        table.order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < modules.length; i++) {
            int at = i * KernelInfo.MODULE_BYTES;
            table.putInt(at + KernelInfo.MODULE_SLOT, modules[i][0]);
            table.putInt(at + KernelInfo.MODULE_PAGES_ADDRESS, modules[i][1]);
            table.putInt(at + KernelInfo.MODULE_PAGES, modules[i][2]);
        }
        return table.array();
    }

    // ---- The kernel

    private @Nullable KernelReply vmctl(Vmctl r) {
        TreeMap<Integer, Page> table = tables.get(r.target().value());
        if (r.request() == Vmctl.MEMORY_GET) {
            MemoryReply next = kernelCalls.poll();
            return next == null ? KernelReply.of(Errno.ESRCH) : next;
        }
        if (r.request() == Vmctl.MEMORY_REPLY) {
            memoryReply = r.value();
            return KernelReply.Status.OK;
        }
        if (table == null) {
            return KernelReply.of(Errno.EINVAL);
        }
        int page = r.address() / PAGE;
        assertEquals(0, r.address() % PAGE);
        switch (r.request()) {
            case Vmctl.MAP -> {
                assertTrue(page > 0 && r.pages() > 0);
                assertTrue(r.frame() >= VM_FRAME && r.frame() + r.pages() <= FRAMES);
                for (int i = 0; i < r.pages(); i++) {
                    table.put(page + i, new Page(r.frame() + i, r.value() == 1));
                }
            }
            case Vmctl.UNMAP -> {
                int last = page == 0 ? Integer.MAX_VALUE : page + r.pages();
                table.subMap(page, last).clear();
            }
            case Vmctl.CLEAR_PAGE_FAULT -> assertTrue(faulting.remove(r.target().value()));
            case Vmctl.INHIBIT_CLEAR -> assertTrue(inhibited.remove(r.target().value()));
            default -> throw new IllegalArgumentException(r.toString());
        }
        return KernelReply.Status.OK;
    }

    private KernelReply bear(Fork request) {
        assertEquals(Fork.INHIBIT, request.flags());
        for (int endpoint : tables.keySet()) {
            if (new Endpoint(endpoint).slot() == request.slot()) {
                return KernelReply.of(Errno.EINVAL);
            }
        }
        Endpoint child = Endpoint.of(request.slot(), ++births);
        tables.put(child.value(), new TreeMap<>());
        inhibited.add(child.value());
        return new ForkReply(child);
    }

    /// Processes that send cannot change places.
    private KernelReply swap(Update request) {
        if (sending.contains(request.source().value())) {
            return KernelReply.of(Errno.EBUSY);
        }
        assertTrue(!faulting.contains(request.target().value()), "the kernel refuses");
        int source = request.source().value();
        int target = request.target().value();
        TreeMap<Integer, Page> table = tables.get(source);
        tables.put(source, tables.get(target));
        tables.put(target, table);
        return KernelReply.Status.OK;
    }

    /// The process waits for somebody to take its message.
    void sends(Endpoint process) {
        sending.add(process.value());
    }

    /// A page that vm will not repair: the process waits for it until it is ended.
    void hangs(Endpoint process) {
        faulting.add(process.value());
    }

    private KernelReply memset(Memset request) {
        assertEquals(Endpoint.NONE, request.owner());
        physical.fill(request.address(), request.bytes(), request.pattern());
        return KernelReply.Status.OK;
    }

    /// Between frames it is as everywhere. To a process it goes through the page table, and must
    /// find all there: vm cannot wait for itself.
    private @Nullable KernelReply physcopy(Physcopy request) {
        if (request.target().equals(Endpoint.NONE)) {
            return null;
        }
        for (int i = 0; i < request.bytes(); i++) {
            Page page = page(request.target(), request.targetAddress() + i);
            assertNotNull(page, "vm would wait for itself");
            assertTrue(page.writable(), "vm would wait for itself");
            int value = traps.memory().getByte(request.sourceAddress() + i);
            physical.putByte(at(page, request.targetAddress() + i), value);
        }
        return KernelReply.Status.OK;
    }

    // ---- The processor

    private @Nullable Page page(Endpoint process, int address) {
        TreeMap<Integer, Page> table = tables.get(process.value());
        return table == null ? null : table.get(address >>> 12);
    }

    private static int at(Page page, int address) {
        return page.frame() * PAGE + address % PAGE;
    }

    /// The page behind an address, after vm has seen to it that it is there; null when the process
    /// has been signalled instead.
    private @Nullable Page reach(Endpoint process, int address, boolean write) {
        Page page = page(process, address);
        if (page != null && (!write || page.writable())) {
            return page;
        }
        faulting.add(process.value());
        traps.deliverFromKernel(process, new VmPagefault(address, write));
        vm.run();
        if (faulting.remove(process.value())) {
            return null;
        }
        page = page(process, address);
        assertTrue(page != null && (!write || page.writable()), "it would fault again");
        return page;
    }

    /// What a process finds at an address, or -1 when that is the end of it.
    int load(Endpoint process, int address) {
        Page page = reach(process, address, false);
        return page == null ? -1 : physical.getByte(at(page, address));
    }

    /// A process stores a byte; false when that is the end of it.
    boolean store(Endpoint process, int address, int value) {
        Page page = reach(process, address, true);
        if (page != null) {
            physical.putByte(at(page, address), value);
        }
        return page != null;
    }

    /// A kernel call needs memory; zero, or the error for which it cannot have it.
    int kernelNeeds(Endpoint owner, int address, int bytes, boolean write) {
        memoryReply = 1;
        kernelCalls.add(new MemoryReply(Endpoint.VFS, owner, address, bytes, write));
        traps.deliverNotify(Endpoint.SYSTEM, 0, Signals.bit(Signals.SIGKMEM));
        vm.run();
        return memoryReply;
    }

    // ---- The other servers, and processes that ask

    void send(Endpoint caller, Message message) {
        vm.deliver(caller, message);
    }

    Message ask(Endpoint caller, Message request) {
        int before = traps.sentTo(caller).size();
        send(caller, request);
        assertEquals(before + 1, traps.sentTo(caller).size(), request + " is answered once");
        return traps.sentTo(caller).getLast();
    }

    int status(Endpoint caller, Message request) {
        return ask(caller, request).type();
    }

    Endpoint fork(Endpoint parent, int slot) {
        Message reply = ask(Endpoint.PM, new VmFork(parent, slot));
        assertTrue(reply instanceof VmChild, reply::toString);
        Endpoint child = ((VmChild) reply).endpoint();
        assertTrue(!inhibited.contains(child.value()), "the child may run");
        return child;
    }

    int exec(Endpoint process, int bytes) {
        return status(Endpoint.VFS, new VmExecNewmem(process, bytes));
    }

    int brk(Endpoint process, int end) {
        return status(process, new VmBrk(end));
    }

    void exit(Endpoint process) {
        assertEquals(0, status(Endpoint.PM, new VmWillexit(process)));
        assertNotNull(tables.remove(process.value()));
        assertEquals(0, status(Endpoint.PM, new VmExit(process)));
    }

    /// The frames that are free, as vm says.
    int free() {
        VmStats stats = (VmStats) ask(INIT, new VmInfo(0, 0));
        assertEquals(FRAMES, stats.frames());
        return stats.free();
    }

    /// How many pages of a process are there.
    int mapped(Endpoint process) {
        TreeMap<Integer, Page> table = tables.get(process.value());
        return table == null ? 0 : table.size();
    }

    /// How often SIGSEGV was raised.
    long segmentationFaults() {
        return traps.requests(Kill.class).stream()
                .filter(kill -> kill.signal() == Signals.SIGSEGV)
                .count();
    }

    /// What always holds: a frame that somebody may write is nobody else's, and every frame is
    /// either reserved, or free, or behind a page.
    void check() {
        Map<Integer, Integer> users = new TreeMap<>();
        TreeSet<Integer> written = new TreeSet<>();
        for (TreeMap<Integer, Page> table : tables.values()) {
            for (Page page : table.values()) {
                users.merge(page.frame(), 1, Integer::sum);
                if (page.writable()) {
                    written.add(page.frame());
                }
            }
        }
        written.forEach(frame -> assertEquals(1, users.get(frame), "users of frame " + frame));
        assertEquals(FRAMES - RESERVED - users.size(), free());
    }

    @Override
    public void close() {
        vm.close();
    }
}

package ring3.components.servers.rs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Ds.DsDelete;
import ring3.components.protocol.Ds.DsPublish;
import ring3.components.protocol.Pm;
import ring3.components.protocol.Pm.PmProcs;
import ring3.components.protocol.Pm.PmSrvFork;
import ring3.components.protocol.PmReply.PmChild;
import ring3.components.protocol.Rs.RsInit;
import ring3.components.protocol.Rs.RsInitDone;
import ring3.components.protocol.Rs.RsServices;
import ring3.components.protocol.Rs.RsStart;
import ring3.components.protocol.Rs.RsUpdate;
import ring3.components.protocol.ServiceSetup;
import ring3.components.testing.ByteMemory;
import ring3.components.testing.FakeProcess;
import ring3.components.testing.FakeTraps;
import ring3.components.testing.FakeTraps.Sent;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelReply.SignalReply;
import ring3.syslib.KernelRequest.Exec;
import ring3.syslib.KernelRequest.Getksig;
import ring3.syslib.KernelRequest.Privctl;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Privilege;
import ring3.syslib.Privilege.Range;
import ring3.syslib.Result;
import ring3.syslib.Signals;
import ring3.syslib.SysCall;

/// A reincarnation server whose kernel, services and clients are played by the test.
final class RsMachine implements AutoCloseable {
    static final int FIRST_SLOT = 12;
    static final Endpoint SHELL = Endpoint.of(60, 1);

    private static final int LABEL_AT = 0x3000;
    private static final int LIST_AT = 0x4000;
    private static final int SETUP_AT = 0x6000;
    private static final int IMAGE_AT = 0x8000;

    private static final int MODULE_AT = 0x8000;
    private static final int FIRST_PID = 20;

    final FakeTraps traps = new FakeTraps(Endpoint.RS, 512);

    /// What became of labels: `+label endpoint` or `-label`.
    final List<String> names = new ArrayList<>();

    private final FakeProcess rs;
    private int born;

    RsMachine() {
        traps.answer(Endpoint.SCHED, _ -> Result.OK);
        traps.answer(Endpoint.DS, this::dataStore);
        traps.answer(Endpoint.PM, this::processManager);
        traps.answer(Endpoint.VM, _ -> Result.OK);
        traps.info(KernelInfo.IMAGE, modules());
        rs = new FakeProcess(traps, new ReincarnationServer());
    }

    private byte[] modules() {
        List<ServiceConfig> rows = BootTable.services();
        ByteBuffer table = ByteBuffer.allocate(rows.size() * KernelInfo.MODULE_BYTES);
        table.order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rows.size(); i++) {
            int at = i * KernelInfo.MODULE_BYTES;
            String image = "#!ring3 " + rows.get(i).executable() + "\n";
            int address = MODULE_AT + i * 64;
            int length = traps.memoryOf(Endpoint.NONE).putText(address, image);
            byte[] name = rows.get(i).executable().getBytes(StandardCharsets.ISO_8859_1);
            table.put(at, name);
            table.putInt(at + KernelInfo.MODULE_ADDRESS, address);
            table.putInt(at + KernelInfo.MODULE_LENGTH, length);
        }
        return table.array();
    }

    private Message dataStore(Message request) {
        ByteMemory memory = (ByteMemory) traps.memory();
        if (request instanceof DsPublish r) {
            names.add(
                    "+"
                            + memory.text(traps.granted(r.keyGrant()), r.keyLength())
                            + " "
                            + r.value());
        } else if (request instanceof DsDelete r) {
            names.add("-" + memory.text(traps.granted(r.keyGrant()), r.keyLength()));
        }
        return Result.OK;
    }

    private Message processManager(Message request) {
        if (request instanceof PmSrvFork) {
            int n = born++;
            return new PmChild(Endpoint.of(FIRST_SLOT + n, 1), FIRST_PID + n);
        }
        if (request instanceof PmProcs(int address, _)) {
            traps.memory().putInt(address, 7);
            traps.memory().putInt(address + 12, Endpoint.TTY.value());
            return new Result(Pm.PROC_BYTES);
        }
        return Result.OK;
    }

    /// The endpoint of the n-th process that RS has made, from 0.
    static Endpoint child(int n) {
        return Endpoint.of(FIRST_SLOT + n, 1);
    }

    /// Lets every service initialise itself as soon as it is told to; returns their order.
    List<Endpoint> boot() {
        List<Endpoint> order = new ArrayList<>();
        for (Endpoint next = lastToldToInitialise(); next != null; next = lastToldToInitialise()) {
            if (order.contains(next)) {
                break;
            }
            order.add(next);
            initialised(next, 0);
        }
        return order;
    }

    private @Nullable Endpoint lastToldToInitialise() {
        List<Sent> orders =
                traps.sent().stream().filter(one -> one.message() instanceof RsInit).toList();
        return orders.isEmpty() ? null : orders.getLast().destination();
    }

    void initialised(Endpoint service, int result) {
        send(service, new RsInitDone(result));
    }

    void send(Endpoint source, Message message) {
        rs.deliver(source, message);
    }

    /// Sends a request that is answered at once.
    Message ask(Endpoint caller, Message request) {
        int before = traps.sentTo(caller).size();
        send(caller, request);
        List<Message> replies = traps.sentTo(caller);
        if (replies.size() == before) {
            throw new AssertionError(request + " is not answered");
        }
        return replies.getLast();
    }

    /// Seconds pass; the services in `lively` answer their heartbeats.
    void passSeconds(int seconds, Endpoint... lively) {
        for (int i = 0; i < seconds; i++) {
            rs.passTicks(60);
            for (Endpoint service : lively) {
                if (!traps.sentTo(service).isEmpty()
                        && traps.sentTo(service).getLast() instanceof Notify) {
                    traps.deliverNotify(service, 0, 0);
                    rs.run();
                }
            }
        }
    }

    /// The kernel reports a signal of a service.
    void signal(Endpoint service, int signal) {
        boolean[] fetched = new boolean[1];
        traps.answer(
                Getksig.class,
                _ -> {
                    boolean again = fetched[0];
                    fetched[0] = true;
                    return again ? null : new SignalReply(service, Signals.bit(signal));
                });
        traps.deliverNotify(Endpoint.SYSTEM, 0, Signals.bit(Signals.SIGKSIG));
        rs.run();
    }

    // ---- What the administrator does

    /// A service with this label that may touch four ports and one line.
    static ServiceSetup setup(String label) {
        List<Range> ports = List.of(new Range(0x300, 0x303));
        Privilege rights =
                new Privilege(
                        ~0,
                        ~0,
                        SysCall.BASIC,
                        Privilege.IPC_ALL_SYS,
                        Endpoint.SELF,
                        ports,
                        List.of(),
                        List.of(10));
        return new ServiceSetup(label, List.of("fast"), 0, 0, true, 64, 7, 200, false, rights);
    }

    /// The shell has a service started from a file.
    void start(String image, ServiceSetup setup) {
        ByteMemory memory = traps.memoryOf(SHELL);
        int setupBytes = setup.store(memory, SETUP_AT);
        int imageBytes = memory.putText(IMAGE_AT, image);
        send(SHELL, new RsStart(IMAGE_AT, imageBytes, SETUP_AT, setupBytes));
    }

    /// The shell has the program of a service replaced, and what it may do if there is a setup.
    void update(String label, String image, @Nullable ServiceSetup setup) {
        ByteMemory memory = traps.memoryOf(SHELL);
        int setupBytes = setup == null ? 0 : setup.store(memory, SETUP_AT);
        int imageBytes = memory.putText(IMAGE_AT, image);
        int labelBytes = memory.putText(LABEL_AT, label);
        send(SHELL, new RsUpdate(LABEL_AT, labelBytes, IMAGE_AT, imageBytes, SETUP_AT, setupBytes));
    }

    private String services() {
        Message reply = ask(SHELL, new RsServices(LIST_AT, 4096));
        return traps.memoryOf(SHELL).text(LIST_AT, reply.type());
    }

    /// The line of a service in the list of RS.
    String stateOf(String label) {
        return services()
                .lines()
                .filter(line -> line.startsWith(label + " "))
                .findFirst()
                .orElse("none");
    }

    /// How often the privileges of a process were changed, and how.
    List<Privctl> rightsOf(Endpoint process) {
        return traps.requests(Privctl.class).stream()
                .filter(call -> call.target().equals(process))
                .map(call -> new Privctl(process, call.request(), 0))
                .toList();
    }

    /// The rights that a process was given last.
    Privilege privilegeOf(Endpoint process) {
        Privctl last =
                traps.requests(Privctl.class).stream()
                        .filter(call -> call.target().equals(process) && call.address() != 0)
                        .toList()
                        .getLast();
        byte[] bytes = new byte[Privilege.BYTES];
        traps.memory().get(last.address(), bytes, 0, bytes.length);
        return Privilege.decode(bytes);
    }

    /// The image and the arguments of a process, as it finds them.
    String programOf(Endpoint process) {
        Exec exec =
                traps.requests(Exec.class).stream()
                        .filter(call -> call.target().equals(process))
                        .toList()
                        .getLast();
        ByteMemory memory = traps.memoryOf(process);
        String frame = memory.text(exec.frame() + 8, exec.frameBytes() - 8);
        return memory.text(exec.image(), exec.imageBytes()) + "|" + frame.replace('\0', '|');
    }

    @Override
    public void close() {
        rs.close();
    }
}

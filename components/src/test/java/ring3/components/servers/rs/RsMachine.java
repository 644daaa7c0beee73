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
import ring3.components.testing.ByteMemory;
import ring3.components.testing.FakeProcess;
import ring3.components.testing.FakeTraps;
import ring3.components.testing.FakeTraps.Sent;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelReply.SignalReply;
import ring3.syslib.KernelRequest.Getksig;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Result;
import ring3.syslib.Signals;

/// A reincarnation server whose kernel, services and clients are played by the test.
final class RsMachine implements AutoCloseable {
    static final int FIRST_SLOT = 12;

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

    @Override
    public void close() {
        rs.close();
    }
}

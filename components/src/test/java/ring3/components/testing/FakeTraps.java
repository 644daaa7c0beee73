package ring3.components.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.GrantTable;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.Memory;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.SignalHandler;
import ring3.syslib.Startup;
import ring3.syslib.Trap;
import ring3.syslib.Traps;

/// The trap instructions of a process under test. The test plays everybody else: it puts messages
/// into the inbox, answers SENDRECs by handlers and looks at what was sent. With [FakeProcess] the
/// program runs until it waits for a message that the test has not sent yet.
public final class FakeTraps implements Traps {
    private static final int HEAP_START = 0x1000;

    /// A message that the process sent, by whichever trap but SENDREC.
    public record Sent(Endpoint destination, Message message) {}

    private final Startup startup;
    private final ByteMemory memory;
    private final FakeCalls calls;
    private final Map<Integer, Function<Message, Message>> partners = new LinkedHashMap<>();
    private final Deque<Received> inbox = new ArrayDeque<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Sent> asked = new ArrayList<>();
    private Runnable idle =
            () -> {
                throw new IllegalStateException("the process waits for a message, and none came");
            };

    /// A process with `kib` KiB of memory and a heap from 0x1000 on. RS answers every request with
    /// OK until the test says otherwise.
    public FakeTraps(Endpoint self, int kib) {
        memory = new ByteMemory(kib * 1024);
        startup = new Startup(self, 0, 0, HEAP_START, kib * 1024);
        calls = new FakeCalls(self, memory);
        answer(Endpoint.RS, _ -> Result.OK);
    }

    // ---- What a test says

    /// SENDRECs to `partner` are answered so.
    public FakeTraps answer(Endpoint partner, Function<Message, Message> handler) {
        partners.put(partner.value(), handler);
        return this;
    }

    /// Kernel calls of this kind are answered so; a handler that returns null leaves the call to
    /// the usual answer.
    public <R extends KernelRequest> FakeTraps answer(
            Class<R> type, Function<R, @Nullable KernelReply> handler) {
        calls.handle(type, request -> handler.apply(type.cast(request)));
        return this;
    }

    /// What SYS_GETINFO copies for one of the constants of [ring3.syslib.KernelInfo].
    public FakeTraps info(int what, byte[] table) {
        calls.table(what, table);
        return this;
    }

    /// A message waits for the process.
    public FakeTraps deliver(Endpoint source, Message message) {
        inbox.add(new Received(source, message, Trap.SEND, false));
        return this;
    }

    /// As [#deliver], but the kernel sent it in the name of `source`.
    public FakeTraps deliverFromKernel(Endpoint source, Message message) {
        inbox.add(new Received(source, message, Trap.SEND, true));
        return this;
    }

    /// A notification waits for the process.
    public FakeTraps deliverNotify(Endpoint source, int interrupts, long signals) {
        return deliver(source, new Notify(calls.uptime, interrupts, signals));
    }

    /// Lets time pass; an alarm that goes off meanwhile is in the inbox afterwards.
    public FakeTraps passTicks(long ticks) {
        calls.uptime += ticks;
        if (calls.alarm != 0 && calls.alarm <= calls.uptime) {
            calls.alarm = 0;
            deliverNotify(Endpoint.CLOCK, 0, 0);
        }
        return this;
    }

    // ---- What a test sees

    /// What was sent so far, SENDRECs apart.
    public List<Sent> sent() {
        return sent;
    }

    /// What was sent to `destination` so far, SENDRECs apart.
    public List<Message> sentTo(Endpoint destination) {
        return to(sent, destination);
    }

    /// The SENDRECs to `destination` so far.
    public List<Message> askedOf(Endpoint destination) {
        return to(asked, destination);
    }

    private static List<Message> to(List<Sent> all, Endpoint destination) {
        return all.stream()
                .filter(one -> one.destination().equals(destination))
                .map(Sent::message)
                .toList();
    }

    /// The kernel calls so far.
    public List<KernelRequest> requests() {
        return calls.requests;
    }

    /// The kernel calls of one kind so far.
    public <R extends KernelRequest> List<R> requests(Class<R> type) {
        return calls.requests.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// The lines on the kernel's log.
    public List<String> printed() {
        return calls.printed;
    }

    /// Forgets what was sent, asked, called and printed so far.
    public void forget() {
        sent.clear();
        asked.clear();
        calls.requests.clear();
        calls.printed.clear();
    }

    /// The memory of another process, 1 MiB; of NONE the physical memory.
    public ByteMemory memoryOf(Endpoint process) {
        return calls.memoryOf(process);
    }

    /// Where the memory begins that grant `id` of the process gives access to.
    public int granted(int id) {
        int entry = calls.grantTable + GrantTable.index(id) * GrantTable.ENTRY_BYTES;
        return memory.getInt(entry + GrantTable.ENTRY_START);
    }

    // ---- Traps

    void whenIdle(Runnable action) {
        idle = action;
    }

    @Override
    public int send(Endpoint destination, Message message) {
        sent.add(new Sent(destination, message));
        return 0;
    }

    @Override
    public int sendnb(Endpoint destination, Message message) {
        return send(destination, message);
    }

    @Override
    public int notify(Endpoint destination) {
        return send(destination, new Notify(calls.uptime, 0, 0));
    }

    @Override
    public int senda(AsyncMessage[] table) {
        for (AsyncMessage entry : table) {
            if ((entry.flags & (AsyncMessage.VALID | AsyncMessage.DONE)) == AsyncMessage.VALID) {
                send(entry.destination, entry.message);
                entry.flags |= AsyncMessage.DONE;
            }
        }
        return 0;
    }

    @Override
    public Received receive(Endpoint source) {
        Received found = take(source);
        while (found == null) {
            idle.run();
            found = take(source);
        }
        return found;
    }

    private @Nullable Received take(Endpoint source) {
        for (Iterator<Received> each = inbox.iterator(); each.hasNext(); ) {
            Received next = each.next();
            if (source.equals(Endpoint.ANY) || source.equals(next.source())) {
                each.remove();
                return next;
            }
        }
        return null;
    }

    @Override
    public Received sendrec(Endpoint destination, Message message) {
        asked.add(new Sent(destination, message));
        Function<Message, Message> partner = partners.get(destination.value());
        if (partner == null) {
            throw new IllegalStateException("the test does not answer for " + destination);
        }
        return new Received(destination, partner.apply(message), Trap.SENDNB, false);
    }

    @Override
    public KernelReply call(KernelRequest request) {
        return calls.answer(request);
    }

    @Override
    public int in(int port, int width) {
        throw new UnsupportedOperationException("drivers under test use kernel calls");
    }

    @Override
    public void out(int port, int width, int value) {
        throw new UnsupportedOperationException("drivers under test use kernel calls");
    }

    @Override
    public void onSignal(SignalHandler handler) {
        throw new UnsupportedOperationException("services have no signal handlers");
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public Startup startup() {
        return startup;
    }
}

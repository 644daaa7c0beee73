package ring3.syslib;

import java.nio.charset.StandardCharsets;
import ring3.syslib.KernelReply.TimesReply;
import ring3.syslib.KernelReply.ValueReply;

/// The system library: what a service or driver calls where a C program would call libsys. Every
/// method is one trap unless it says otherwise. Those that return an `int` or `long` return zero or
/// more on success and a negative error number on failure, see [Errno#of(int)].
public final class Syslib {
    private static final int GRANTS = 256;
    private static final int PAIRS_BYTES = PortIo.PAIRS_MAX * PortIo.PAIR_BYTES;
    private static final int PENDING_MAX = 64;

    private final Traps traps;
    private final Heap heap;
    private final AsyncMessage[] pending = new AsyncMessage[PENDING_MAX];
    private int pairs;
    private int text;

    @org.jspecify.annotations.Nullable private GrantTable grants;

    /// The library of the process behind `traps`.
    public Syslib(Traps traps) {
        this.traps = traps;
        Startup startup = traps.startup();
        this.heap = new Heap(startup.heapStart(), startup.heapEnd());
        for (int i = 0; i < PENDING_MAX; i++) {
            pending[i] = new AsyncMessage();
        }
    }

    // ---- The process itself

    /// Our own endpoint.
    public Endpoint self() {
        return traps.startup().self();
    }

    /// What the registers held at the start, or at our birth by a fork.
    public Startup startup() {
        return traps.startup();
    }

    /// Our memory.
    public Memory memory() {
        return traps.memory();
    }

    /// Our free memory.
    public Heap heap() {
        return heap;
    }

    /// The address of `bytes` fresh bytes of our memory. A service that asks for more than it was
    /// given dies of it: its memory is sized in the boot table.
    public int allocate(int bytes) {
        int address = heap.allocate(bytes);
        if (address == 0) {
            panic("out of memory: " + bytes + " more bytes do not fit");
        }
        return address;
    }

    /// What we do when a signal of ours is to be handled; without any we are not interrupted.
    public void onSignal(SignalHandler handler) {
        traps.onSignal(handler);
    }

    /// The processor's own instruction to read a port of `width` 1, 2 or 4 bytes, which is an
    /// exception without SYS_IOPENABLE or for a port that is not ours.
    public int portIn(int port, int width) {
        return traps.in(port, width);
    }

    /// The processor's own instruction to write a port; as [#portIn(int, int)].
    public void portOut(int port, int width, int value) {
        traps.out(port, width, value);
    }

    // ---- Messages

    /// SEND: waits until `destination` has taken the message.
    public int send(Endpoint destination, Message message) {
        return traps.send(destination, message);
    }

    /// SENDNB: ENOTREADY when `destination` does not wait for a message of ours now.
    public int sendnb(Endpoint destination, Message message) {
        return traps.sendnb(destination, message);
    }

    /// NOTIFY: sets one bit for `destination`, which gets it when it receives.
    public int notify(Endpoint destination) {
        return traps.notify(destination);
    }

    /// RECEIVE from everybody.
    public Received receive() {
        return traps.receive(Endpoint.ANY);
    }

    /// RECEIVE from `source` alone.
    public Received receive(Endpoint source) {
        return traps.receive(source);
    }

    /// SENDREC: sends the request and waits for the reply. When the request could not be delivered
    /// the reply is a [Result] with the error.
    public Message sendrec(Endpoint destination, Message request) {
        return traps.sendrec(destination, request).message();
    }

    /// SENDREC where only the result matters: the type of the reply.
    public int call(Endpoint destination, Message request) {
        return sendrec(destination, request).type();
    }

    /// SENDA of one message that need not be taken now; the caller never waits. `flags` are those
    /// of [AsyncMessage], VALID is added. ENOMEM when too many are still waiting to be taken.
    public int asynsend(Endpoint destination, Message message, int flags) {
        AsyncMessage entry = freeEntry();
        if (entry == null) {
            return Errno.ENOMEM.status();
        }
        entry.destination = destination;
        entry.message = message;
        entry.result = 0;
        entry.flags = AsyncMessage.VALID | flags;
        return traps.senda(pending);
    }

    private @org.jspecify.annotations.Nullable AsyncMessage freeEntry() {
        for (AsyncMessage entry : pending) {
            if (isFree(entry)) {
                return entry;
            }
        }
        return null;
    }

    private static boolean isFree(AsyncMessage entry) {
        return entry.flags == AsyncMessage.EMPTY || (entry.flags & AsyncMessage.DONE) != 0;
    }

    /// Whether every message that we sent without waiting was taken, or could not be.
    public boolean allTaken() {
        for (AsyncMessage entry : pending) {
            if (!isFree(entry)) {
                return false;
            }
        }
        return true;
    }

    /// Answers a request: SENDNB to one who waits in SENDREC, so that a client that went away can
    /// never block a server.
    public int reply(Endpoint client, Message message) {
        return traps.sendnb(client, message);
    }

    // ---- Kernel calls

    /// Any kernel call; the methods below are shorter.
    public KernelReply kernelCall(KernelRequest request) {
        return traps.call(request);
    }

    /// The byte that `port` holds, 0 to 255.
    public int inb(int port) {
        return (int) value(new KernelRequest.Devio(PortIo.INPUT | PortIo.BYTE, port, 0));
    }

    /// The 16-bit word that `port` holds.
    public int inw(int port) {
        return (int) value(new KernelRequest.Devio(PortIo.INPUT | PortIo.WORD, port, 0));
    }

    /// Writes a byte to `port`.
    public int outb(int port, int value) {
        return status(new KernelRequest.Devio(PortIo.OUTPUT | PortIo.BYTE, port, value));
    }

    /// Writes a 16-bit word to `port`.
    public int outw(int port, int value) {
        return status(new KernelRequest.Devio(PortIo.OUTPUT | PortIo.WORD, port, value));
    }

    /// SYS_VDEVIO: writes bytes to ports in order; port, value, port, value ... at most
    /// [PortIo#PAIRS_MAX] pairs.
    public int voutb(int... portsAndValues) {
        Memory memory = memory();
        int vector = pairs();
        for (int i = 0; i < portsAndValues.length; i++) {
            memory.putInt(vector + i * 4, portsAndValues[i]);
        }
        int count = portsAndValues.length / 2;
        return status(new KernelRequest.Vdevio(PortIo.OUTPUT | PortIo.BYTE, vector, count));
    }

    /// SYS_SDEVIO: reads `bytes` from a 16-bit port straight into a grant of `granter`.
    public int safeInsw(int port, Endpoint granter, int grant, int offset, int bytes) {
        int request = PortIo.INPUT | PortIo.WORD | PortIo.SAFE;
        return status(new KernelRequest.Sdevio(request, port, granter, grant, bytes, offset));
    }

    /// SYS_SDEVIO: writes `bytes` of a grant of `granter` to a 16-bit port.
    public int safeOutsw(int port, Endpoint granter, int grant, int offset, int bytes) {
        int request = PortIo.OUTPUT | PortIo.WORD | PortIo.SAFE;
        return status(new KernelRequest.Sdevio(request, port, granter, grant, bytes, offset));
    }

    /// SYS_SDEVIO: reads `bytes` from a 16-bit port into our own memory.
    public int insw(int port, int address, int bytes) {
        int request = PortIo.INPUT | PortIo.WORD;
        return status(new KernelRequest.Sdevio(request, port, Endpoint.SELF, address, bytes, 0));
    }

    /// Hooks interrupt `line`; each interrupt then comes as a notification from HARDWARE with bit
    /// `notifyId` set. Returns the hook.
    public int irqSetPolicy(int line, int policy, int notifyId) {
        return (int)
                value(
                        new KernelRequest.Irqctl(
                                KernelRequest.Irqctl.SET_POLICY, line, policy, notifyId));
    }

    /// Opens the line of `hook` again after an interrupt.
    public int irqEnable(int hook) {
        return status(new KernelRequest.Irqctl(KernelRequest.Irqctl.ENABLE, 0, 0, hook));
    }

    /// Sets our alarm `ticks` of 1/60 s from now; 0 cancels it.
    public int setAlarm(long ticks) {
        return status(new KernelRequest.Setalarm(ticks, false));
    }

    /// Clock ticks since boot.
    public long uptimeTicks() {
        KernelReply reply = kernelCall(new KernelRequest.Times(Endpoint.SELF));
        return reply instanceof TimesReply times ? times.uptimeTicks() : reply.status();
    }

    /// Copies from a grant of `granter` into our memory.
    public int safeCopyFrom(Endpoint granter, int grant, int offset, int address, int bytes) {
        return status(new KernelRequest.Safecopyfrom(granter, grant, offset, address, bytes));
    }

    /// Copies from our memory into a grant of `granter`.
    public int safeCopyTo(Endpoint granter, int grant, int offset, int address, int bytes) {
        return status(new KernelRequest.Safecopyto(granter, grant, offset, address, bytes));
    }

    /// Copies from the memory of `source` into ours, without a grant.
    public int copyFrom(Endpoint source, int sourceAddress, int address, int bytes) {
        return status(
                new KernelRequest.Vircopy(source, sourceAddress, Endpoint.SELF, address, bytes));
    }

    /// Copies from our memory into that of `target`, without a grant.
    public int copyTo(Endpoint target, int targetAddress, int address, int bytes) {
        return status(
                new KernelRequest.Vircopy(Endpoint.SELF, address, target, targetAddress, bytes));
    }

    /// Raises `signal` on `target`.
    public int kill(Endpoint target, int signal) {
        return status(new KernelRequest.Kill(target, signal));
    }

    /// Prints a line on the kernel's log.
    public void print(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        int length = Math.min(bytes.length, TEXT_BYTES);
        if (text == 0) {
            text = allocate(TEXT_BYTES);
        }
        memory().put(text, bytes, 0, length);
        kernelCall(
                new KernelRequest.Diagctl(
                        KernelRequest.Diagctl.PRINT, text, length, Endpoint.NONE));
    }

    private static final int TEXT_BYTES = 256;

    /// Gives up: prints why and leaves by SYS_EXIT. Never returns.
    public void panic(String why) {
        print("panic: " + why);
        exit();
    }

    /// SYS_EXIT: a service asks to die. Never returns.
    public void exit() {
        kernelCall(new KernelRequest.Exit());
    }

    // ---- Grants

    /// Our grants; the table is made and told to the kernel when it is first asked for.
    public GrantTable grants() {
        if (grants == null) {
            int address = allocate(GRANTS * GrantTable.ENTRY_BYTES);
            grants = new GrantTable(memory(), address, GRANTS);
            kernelCall(new KernelRequest.Setgrant(address, GRANTS));
        }
        return grants;
    }

    // ---- Short forms

    /// The status of a call that answers nothing more.
    public int status(KernelRequest request) {
        return kernelCall(request).status();
    }

    /// The value of a call that answers one, or its negative error number.
    public long value(KernelRequest request) {
        KernelReply reply = kernelCall(request);
        return reply instanceof ValueReply(long value) ? value : reply.status();
    }

    private int pairs() {
        if (pairs == 0) {
            pairs = allocate(PAIRS_BYTES);
        }
        return pairs;
    }
}

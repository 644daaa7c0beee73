package ring3.components.programs.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.posix.UserProgram;
import ring3.components.protocol.ExecFrame;
import ring3.components.testing.ByteMemory;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.Memory;
import ring3.syslib.Message;
import ring3.syslib.Received;
import ring3.syslib.SignalHandler;
import ring3.syslib.Startup;
import ring3.syslib.Syslib;
import ring3.syslib.Trap;
import ring3.syslib.Traps;

/// A user process. What it learns is recorded, so that the child of a fork can be brought to where
/// its parent is, as the kernel does it.
final class FakeProcess implements Traps {
    private static final int FRAME_ADDRESS = 0x1000;
    private static final int MEMORY_BYTES = 512 * 1024;

    /// Leaves the program: it has ended, or another takes its place.
    static final class Left extends Error {
        private static final long serialVersionUID = 1;

        Left() {
            super(null, null, false, false);
        }
    }

    /// Bytes that were stored, or a reply.
    private static final class Event {
        private final int address;
        private final byte[] bytes;
        private final @Nullable Message reply;

        Event(int address, byte[] bytes, @Nullable Message reply) {
            this.address = address;
            this.bytes = bytes;
            this.reply = reply;
        }
    }

    private final FakeSystem system;
    final int pid;
    int parent;
    int group;
    Node directory;
    final Map<Integer, Channel> open = new TreeMap<>();
    final Set<Integer> closedByExec = new TreeSet<>();
    final Set<Integer> ignored = new TreeSet<>();
    int umask = 022;
    int signal;
    boolean ended;
    int status;

    private UserProgram program;
    private ExecFrame frame;
    private ByteMemory memory = new ByteMemory(MEMORY_BYTES);
    private List<Event> events = new ArrayList<>();
    private int replayed;
    private boolean leaving;

    FakeProcess(FakeSystem system, int pid, Node directory, UserProgram program, ExecFrame frame) {
        this.system = system;
        this.pid = pid;
        this.group = pid;
        this.directory = directory;
        this.program = program;
        this.frame = frame;
    }

    /// The copy of this process that fork makes.
    FakeProcess forked(int childPid, UserProgram fresh) {
        FakeProcess child = new FakeProcess(system, childPid, directory, fresh, frame);
        child.parent = pid;
        child.group = group;
        child.umask = umask;
        child.open.putAll(open);
        child.open.values().forEach(channel -> channel.references++);
        child.closedByExec.addAll(closedByExec);
        child.ignored.addAll(ignored);
        child.events = new ArrayList<>(events);
        return child;
    }

    /// The program goes on as another one.
    void become(UserProgram next, ExecFrame with) {
        program = next;
        frame = with;
        leaving = true;
        throw new Left();
    }

    UserProgram program() {
        return program;
    }

    /// Runs programs until one ends the process.
    void live() {
        while (!ended) {
            byte[] bytes = frame.encode();
            memory = new ByteMemory(MEMORY_BYTES);
            memory.put(FRAME_ADDRESS, bytes, 0, bytes.length);
            leaving = false;
            try {
                program.run(new Syslib(this));
            } catch (Left left) {
                events = new ArrayList<>();
                replayed = 0;
            }
        }
    }

    /// Stores bytes for the process, as the kernel would.
    void store(int address, byte[] bytes) {
        memory.put(address, bytes, 0, bytes.length);
        events.add(new Event(address, bytes.clone(), null));
    }

    void storeInt(int address, int value) {
        ByteMemory encoded = new ByteMemory(4);
        encoded.putInt(0, value);
        byte[] bytes = new byte[4];
        encoded.get(0, bytes, 0, 4);
        store(address, bytes);
    }

    byte[] load(int address, int length) {
        byte[] bytes = new byte[length];
        memory.get(address, bytes, 0, length);
        return bytes;
    }

    /// What was asked last is answered so when the recording is played.
    void answered(Message reply) {
        events.add(new Event(0, new byte[0], reply));
        replayed = events.size();
    }

    /// The child of a fork finds this answer at the end of what it plays.
    void expects(Message reply) {
        events.add(new Event(0, new byte[0], reply));
    }

    private @Nullable Message replay() {
        while (replayed < events.size()) {
            Event event = events.get(replayed++);
            if (event.reply != null) {
                return event.reply;
            }
            memory.put(event.address, event.bytes, 0, event.bytes.length);
        }
        return null;
    }

    @Override
    public Received sendrec(Endpoint destination, Message message) {
        if (leaving || ended) {
            throw new Left();
        }
        Message reply = replay();
        return new Received(
                destination,
                reply != null ? reply : system.ask(this, destination, message),
                Trap.SENDNB,
                false);
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public Startup startup() {
        int bytes = frame.encode().length;
        int heap = FRAME_ADDRESS + bytes + 15 & ~15;
        return new Startup(Endpoint.of(pid, 1), FRAME_ADDRESS, bytes, heap, heap + 256 * 1024);
    }

    private static UnsupportedOperationException forbidden() {
        return new UnsupportedOperationException("a user process can only send requests");
    }

    @Override
    public int send(Endpoint destination, Message message) {
        throw forbidden();
    }

    @Override
    public int in(int port, int width) {
        throw forbidden();
    }

    @Override
    public void out(int port, int width, int value) {
        throw forbidden();
    }

    @Override
    public void onSignal(SignalHandler handler) {
        throw forbidden();
    }

    @Override
    public int sendnb(Endpoint destination, Message message) {
        throw forbidden();
    }

    @Override
    public int notify(Endpoint destination) {
        throw forbidden();
    }

    @Override
    public int senda(AsyncMessage[] table) {
        throw forbidden();
    }

    @Override
    public Received receive(Endpoint source) {
        throw forbidden();
    }

    @Override
    public KernelReply call(KernelRequest request) {
        throw forbidden();
    }
}

package ring3.components.servers.vfs;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Cdev;
import ring3.components.protocol.Devices;
import ring3.components.protocol.DsReply.DsValue;
import ring3.components.protocol.ExecFrame;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Fs;
import ring3.components.protocol.PmVfs;
import ring3.components.protocol.PmVfs.VfsPmExec;
import ring3.components.protocol.PmVfs.VfsPmExit;
import ring3.components.protocol.PmVfs.VfsPmFork;
import ring3.components.protocol.PmVfs.VfsPmInit;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs.VfsMapdriver;
import ring3.components.protocol.Vfs.VfsMount;
import ring3.components.protocol.Vfs.VfsOpen;
import ring3.components.protocol.Vfs.VfsRead;
import ring3.components.protocol.Vfs.VfsUmount;
import ring3.components.protocol.Vfs.VfsWrite;
import ring3.components.testing.ByteMemory;
import ring3.components.testing.FakeProcess;
import ring3.components.testing.FakeTraps;
import ring3.components.testing.FakeTraps.Sent;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.KernelRequest.Setgrant;
import ring3.syslib.Message;
import ring3.syslib.Result;

/// The virtual file system among processes that a test plays: file servers that answer at once, and
/// users, the process manager and drivers that the test speaks for.
final class World implements AutoCloseable {
    static final Endpoint A = Endpoint.of(20, 1);
    static final Endpoint B = Endpoint.of(21, 1);
    static final Endpoint TTY = Endpoint.of(5, 0);
    static final Endpoint DISK = Endpoint.of(12, 1);
    static final Endpoint OTHER_FS = Endpoint.of(13, 1);
    static final int DISK_0 = Devices.device(Devices.DISK_MAJOR, 0);
    static final int DISK_1 = Devices.device(Devices.DISK_MAJOR, 5);
    static final int CONSOLE = Devices.device(Devices.TTY_MAJOR, 0);

    /// Where users keep paths, more paths, and data.
    static final int PATH = 0x1000;

    static final int PATH_2 = 0x2000;
    static final int PATH_3 = 0x3000;
    static final int DATA = 0x8000;

    private static final int KIB = 1024;

    final FakeTraps traps = new FakeTraps(Endpoint.VFS, KIB);
    final FakeFileServer root = new FakeFileServer(this);
    final FakeFileServer other = new FakeFileServer(this);
    private final TreeMap<Integer, FakeFileServer> servers = new TreeMap<>();
    private final FakeProcess process;
    private int grantTable;
    private int seen;
    private boolean silent;

    /// A booted world: the root holds `/dev` with the usual devices, and there are two users.
    World() {
        servers.put(Endpoint.MFS.value(), root);
        servers.put(OTHER_FS.value(), other);
        root.directory("/dev");
        root.device("/dev/console", Stat.CHARACTER, CONSOLE);
        root.device("/dev/tty", Stat.CHARACTER, Devices.device(Devices.CTTY_MAJOR, 0));
        root.device("/dev/c0d1", Stat.BLOCK, DISK_1);
        traps.answer(Endpoint.DS, _ -> new DsValue(OTHER_FS.value()));
        traps.answer(Endpoint.VM, _ -> Result.OK);
        process = FakeProcess.service(traps, new Vfs());
        grantTable = traps.requests(Setgrant.class).getFirst().address();
        fromPm(new VfsPmInit(11, 1, A));
        fromPm(new VfsPmInit(12, 2, B));
        fromPm(new VfsPmInit(0, 0, Endpoint.NONE));
        mapDriver(Devices.TTY_MAJOR, TTY, "tty");
        mapDriver(Devices.DISK_MAJOR, DISK, "at_wini");
    }

    @Override
    public void close() {
        process.close();
    }

    // ---- Running

    /// Delivers a message, and what file servers answer to what follows from it.
    World deliver(Endpoint source, Message message) {
        process.deliver(source, message);
        serveFileServers();
        return this;
    }

    private void serveFileServers() {
        while (!silent && seen < traps.sent().size()) {
            Sent sent = traps.sent().get(seen++);
            FakeFileServer server = servers.get(sent.destination().value());
            if (server != null && sent.message() instanceof Fs request) {
                process.deliver(sent.destination(), server.answer(request));
            }
        }
    }

    /// From now on file servers do not answer.
    void silenceFileServers() {
        silent = true;
    }

    /// File servers answer what they were asked, and go on answering.
    void wakeFileServers() {
        silent = false;
        serveFileServers();
    }

    void passTicks(long ticks) {
        process.passTicks(ticks);
    }

    // ---- Users

    /// What a user is answered to a request; null while it waits.
    @Nullable Message ask(Endpoint user, Message request) {
        int before = traps.sentTo(user).size();
        deliver(user, request);
        List<Message> answers = traps.sentTo(user);
        return answers.size() > before ? answers.getLast() : null;
    }

    /// The status of the answer to a request that does not wait.
    int status(Endpoint user, Message request) {
        return requireNonNull(ask(user, request), "it waits").type();
    }

    /// The status of the last answer that a user got.
    int lastStatus(Endpoint user) {
        return traps.sentTo(user).getLast().type();
    }

    int answers(Endpoint user) {
        return traps.sentTo(user).size();
    }

    ByteMemory memory(Endpoint user) {
        return traps.memoryOf(user);
    }

    VfsOpen open(Endpoint user, String path, int flags) {
        return new VfsOpen(PATH, memory(user).putText(PATH, path), flags, 0666);
    }

    int opened(Endpoint user, String path, int flags) {
        return status(user, open(user, path, flags));
    }

    VfsRead read(int fd, int bytes) {
        return new VfsRead(fd, DATA, bytes);
    }

    VfsWrite write(Endpoint user, int fd, String text) {
        return new VfsWrite(fd, DATA, memory(user).putText(DATA, text));
    }

    /// What a user reads, for one who need not wait.
    String text(Endpoint user, int fd, int bytes) {
        return memory(user).text(DATA, status(user, read(fd, bytes)));
    }

    int mount(String device, String directory, int flags) {
        ByteMemory memory = memory(A);
        VfsMount mount =
                new VfsMount(
                        PATH,
                        memory.putText(PATH, device),
                        PATH_2,
                        memory.putText(PATH_2, directory),
                        PATH_3,
                        memory.putText(PATH_3, "fs_mnt"),
                        flags);
        return status(A, mount);
    }

    int umount(String path) {
        return status(A, new VfsUmount(PATH, memory(A).putText(PATH, path)));
    }

    // ---- The process manager, drivers and the reincarnation server

    World fromPm(PmVfs request) {
        return deliver(Endpoint.PM, request);
    }

    void fork(Endpoint parent, Endpoint child) {
        fromPm(new VfsPmFork(child, parent, child.slot()));
    }

    void exit(Endpoint process) {
        fromPm(new VfsPmExit(process));
    }

    /// The answer to EXEC of `path` with these arguments.
    PmVfs.VfsPmExecDone exec(Endpoint user, String path, ExecFrame frame) {
        byte[] bytes = frame.encode();
        memory(user).put(PATH_2, bytes, 0, bytes.length);
        int length = memory(user).putText(PATH, path);
        fromPm(new VfsPmExec(user, PATH, length, PATH_2, bytes.length));
        return (PmVfs.VfsPmExecDone) traps.sentTo(Endpoint.PM).getLast();
    }

    int mapDriver(int major, Endpoint driver, String label) {
        memory(Endpoint.RS).putText(PATH, label);
        deliver(Endpoint.RS, new VfsMapdriver(PATH, label.length(), major, driver));
        return traps.sentTo(Endpoint.RS).getLast().type();
    }

    /// Opens the console for a user and answers for the driver.
    int openConsole(Endpoint user, Endpoint driver) {
        ask(user, open(user, "/dev/console", Fcntl.O_RDWR));
        Cdev.CdevOpen open = (Cdev.CdevOpen) lastAsked(driver);
        deliver(driver, new Cdev.CdevReply(0, open.id()));
        return lastStatus(user);
    }

    /// What a driver or file server was asked last.
    Message lastAsked(Endpoint server) {
        return traps.sentTo(server).getLast();
    }

    // ---- Grants, as the kernel resolves them

    int grantedAddress(int grant) {
        return traps.granted(grant);
    }

    ByteMemory grantedMemory(int grant) {
        int entry = grantTable + GrantTable.index(grant) * GrantTable.ENTRY_BYTES;
        int flags = traps.memory().getInt(entry + GrantTable.ENTRY_FLAGS);
        int owner = traps.memory().getInt(entry + GrantTable.ENTRY_OWNER);
        boolean magic = (flags & GrantTable.MAGIC) != 0;
        return traps.memoryOf(magic ? new Endpoint(owner) : Endpoint.VFS);
    }

    String granted(int grant, int length) {
        return grantedMemory(grant).text(grantedAddress(grant), length);
    }

    void put(int grant, String text) {
        grantedMemory(grant).putText(grantedAddress(grant), text);
    }

    /// How many grants are in use.
    int grants() {
        int used = 0;
        for (int i = 0; i < 256; i++) {
            int entry = grantTable + i * GrantTable.ENTRY_BYTES;
            used += traps.memory().getInt(entry + GrantTable.ENTRY_FLAGS) == 0 ? 0 : 1;
        }
        return used;
    }

    static Result error(Errno error) {
        return Result.of(error);
    }
}

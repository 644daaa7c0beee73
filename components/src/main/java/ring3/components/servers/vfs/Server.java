package ring3.components.servers.vfs;

import java.util.ArrayDeque;
import java.util.Deque;
import ring3.components.lib.DataStore;
import ring3.components.lib.Sef;
import ring3.components.protocol.PmVfs;
import ring3.components.protocol.PmVfs.VfsPmExec;
import ring3.components.protocol.Vfs;
import ring3.components.protocol.Vfs.VfsMapdriver;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// The parts of the virtual file system, put together, and its main loop (minix:
/// servers/vfs/main.c).
final class Server {
    private final Syslib sys;
    private final Sef sef;
    private final ProcTable procs;
    private final MountTable mounts = new MountTable();
    private final Alarms alarms;
    private final Mounting mounting;
    private final Partners partners;
    private final PmRequests pmRequests;
    private final UserRequests userRequests;
    private final Deque<Received> held = new ArrayDeque<>();

    Server(Syslib sys) {
        this.sys = sys;
        sef = new Sef(sys, (_, _) -> initialise());
        procs = new ProcTable(sys.self());
        alarms = new Alarms(sys);
        Loans loans = new Loans(sys);
        Lookup lookup = new Lookup(mounts, loans);
        Drivers drivers = new Drivers();
        CharacterDevices characterDevices = new CharacterDevices(sys, drivers, loans);
        BlockDevices blockDevices = new BlockDevices(sys, drivers, loans);
        Pipes pipes = new Pipes(sys, loans);
        SyncCalls syncCalls = new SyncCalls(sys, mounts, loans);
        PathCalls paths = new PathCalls(lookup, loans);
        mounting = new Mounting(sys, mounts, drivers, new DataStore(sys), lookup, loans);
        partners = new Partners(mounts, drivers, characterDevices, blockDevices, syncCalls, loans);
        Exec exec = new Exec(sys, lookup, loans);
        pmRequests = new PmRequests(sys, procs, partners, mounts, syncCalls, exec);
        userRequests =
                new UserRequests(
                        new OpenCalls(lookup, loans, characterDevices, blockDevices, pipes),
                        new FileCalls(sys, loans),
                        paths,
                        new NameCalls(lookup, loans),
                        mounting,
                        new Unmounting(mounts, lookup, loans),
                        syncCalls,
                        new ProcessCalls(paths, alarms),
                        pipes);
    }

    /// Takes messages for ever.
    void serve() {
        for (; ; ) {
            Received in = sef.receive();
            if (needsRoot(in.message()) && !mounts.hasRoot()) {
                held.add(in);
            } else {
                handle(in.source(), in.message());
            }
        }
    }

    /// The root is mounted in the background: its file server and driver are initialised after us.
    private int initialise() {
        Call call = new Call(procs.self(), this::rootMounted);
        call.step(() -> mounting.mountRoot(call));
        return Errno.OK.status();
    }

    /// Whoever came too early is served now.
    private void rootMounted(Message answer) {
        if (answer.type() < 0) {
            sys.panic("cannot mount the root file system: " + Errno.of(answer.type()));
        }
        procs.enterRoot(mounts.root().root());
        while (!held.isEmpty()) {
            Received in = held.remove();
            handle(in.source(), in.message());
        }
    }

    private static boolean needsRoot(Message message) {
        return message instanceof VfsPmExec
                || (message instanceof Vfs && !(message instanceof VfsMapdriver));
    }

    private void handle(Endpoint source, Message message) {
        switch (message) {
            case Notify _ -> notified(source);
            case PmVfs request -> pmRequest(source, request);
            case VfsMapdriver request -> mapDriver(source, request);
            case Vfs request -> userRequest(source, request);
            case Result _ -> {} // An answer to an answer; to answer it again would never end.
            default -> {
                if (!partners.answered(source, message)) {
                    sys.reply(source, Result.of(Errno.ENOSYS));
                }
            }
        }
    }

    private void notified(Endpoint source) {
        if (source.equals(Endpoint.CLOCK)) {
            alarms.expired();
        }
    }

    private void pmRequest(Endpoint source, PmVfs request) {
        if (source.equals(Endpoint.PM)) {
            pmRequests.handle(request);
        } else {
            sys.reply(source, Result.of(Errno.EPERM));
        }
    }

    private void mapDriver(Endpoint source, VfsMapdriver request) {
        if (source.equals(Endpoint.RS)) {
            Call call = new Call(new Fproc(source), answer -> sys.asynsend(source, answer, 0));
            call.step(() -> partners.mapDriver(call, request));
        } else {
            sys.reply(source, Result.of(Errno.EPERM));
        }
    }

    private void userRequest(Endpoint user, Vfs request) {
        Fproc proc = procs.find(user);
        if (proc == null) {
            sys.reply(user, Result.of(Errno.ESRCH));
            return;
        }
        Call call = new Call(proc, answer -> answer(proc, answer));
        proc.begins(call);
        call.step(() -> userRequests.begin(call, request));
    }

    private void answer(Fproc proc, Message answer) {
        if (!proc.gone()) {
            sys.reply(proc.endpoint(), answer);
        }
    }
}

package ring3.components.servers.vfs;

import ring3.components.protocol.PmVfs;
import ring3.components.protocol.PmVfs.VfsPmDone;
import ring3.components.protocol.PmVfs.VfsPmExec;
import ring3.components.protocol.PmVfs.VfsPmExecDone;
import ring3.components.protocol.PmVfs.VfsPmExit;
import ring3.components.protocol.PmVfs.VfsPmFork;
import ring3.components.protocol.PmVfs.VfsPmInit;
import ring3.components.protocol.PmVfs.VfsPmReboot;
import ring3.components.protocol.PmVfs.VfsPmSetsid;
import ring3.components.protocol.PmVfs.VfsPmSrvFork;
import ring3.components.protocol.PmVfs.VfsPmUnpause;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// What the process manager asks for: processes come, change and go. It waits for no answer, so
/// each is sent without waiting for it either; two servers that wait for each other would stand
/// still for ever.
final class PmRequests {
    private final Syslib sys;
    private final ProcTable procs;
    private final Partners partners;
    private final MountTable mounts;
    private final SyncCalls syncCalls;
    private final Exec exec;

    PmRequests(
            Syslib sys,
            ProcTable procs,
            Partners partners,
            MountTable mounts,
            SyncCalls syncCalls,
            Exec exec) {
        this.sys = sys;
        this.procs = procs;
        this.partners = partners;
        this.mounts = mounts;
        this.syncCalls = syncCalls;
        this.exec = exec;
    }

    /// Does what the process manager asks and answers it.
    void handle(PmVfs request) {
        switch (request) {
            case VfsPmInit(_, _, Endpoint endpoint) -> init(request, endpoint);
            case VfsPmSetsid(Endpoint leader) -> setsid(request, leader);
            case VfsPmExit(Endpoint endpoint) -> exit(request, endpoint);
            case VfsPmExec exec -> exec(exec);
            case VfsPmFork(Endpoint child, Endpoint parent, _) -> fork(request, child, parent);
            case VfsPmSrvFork(Endpoint child, _, _) -> born(request, child);
            case VfsPmUnpause(Endpoint endpoint) -> unpause(request, endpoint);
            case VfsPmReboot _ -> reboot(request);
            case VfsPmDone _, VfsPmExecDone _ -> {} // Answers of ours; nobody else sends them.
        }
    }

    private void init(PmVfs request, Endpoint endpoint) {
        if (endpoint.equals(Endpoint.NONE)) {
            done(request, endpoint, Errno.OK);
        } else {
            add(new Fproc(endpoint));
        }
    }

    /// A service inherits nothing: it has no business with files.
    private void born(PmVfs request, Endpoint child) {
        add(new Fproc(child));
        done(request, child, Errno.OK);
    }

    private void add(Fproc proc) {
        if (mounts.hasRoot()) {
            proc.enter(mounts.root().root().dup());
        }
        procs.add(proc);
    }

    private void fork(PmVfs request, Endpoint child, Endpoint parent) {
        Fproc forked = procs.find(parent);
        if (forked == null) {
            done(request, child, Errno.ESRCH);
        } else {
            procs.add(forked.fork(child));
            done(request, child, Errno.OK);
        }
    }

    private void setsid(PmVfs request, Endpoint leader) {
        Fproc proc = procs.find(leader);
        if (proc != null) {
            proc.beginSession();
        }
        done(request, leader, proc == null ? Errno.ESRCH : Errno.OK);
    }

    private void unpause(PmVfs request, Endpoint endpoint) {
        Fproc proc = procs.find(endpoint);
        if (proc != null) {
            proc.interrupt();
        }
        done(request, endpoint, proc == null ? Errno.ESRCH : Errno.OK);
    }

    private void exit(PmVfs request, Endpoint endpoint) {
        procs.exit(endpoint);
        partners.gone(endpoint);
        done(request, endpoint, Errno.OK);
    }

    private void exec(VfsPmExec request) {
        Endpoint endpoint = request.endpoint();
        Fproc proc = procs.find(endpoint);
        if (proc == null) {
            send(execDone(endpoint, Result.of(Errno.ESRCH)));
            return;
        }
        Call call = new Call(proc, answer -> send(execDone(endpoint, answer)));
        call.step(() -> exec.exec(call, request));
    }

    private static Message execDone(Endpoint endpoint, Message answer) {
        return answer instanceof VfsPmExecDone
                ? answer
                : new VfsPmExecDone(endpoint, answer.type(), 0, 0, 0, 0);
    }

    private void reboot(PmVfs request) {
        syncCalls.unmountAll(new Call(procs.self(), _ -> done(request, Endpoint.NONE, Errno.OK)));
    }

    private void done(PmVfs request, Endpoint endpoint, Errno error) {
        send(new VfsPmDone(request.type(), endpoint, error.status()));
    }

    private void send(Message answer) {
        sys.asynsend(Endpoint.PM, answer, AsyncMessage.NOREPLY);
    }
}

package ring3.components.servers.pm;

import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Pm;
import ring3.components.protocol.Pm.PmExec;
import ring3.components.protocol.Pm.PmExit;
import ring3.components.protocol.Pm.PmFork;
import ring3.components.protocol.Pm.PmGetpgrp;
import ring3.components.protocol.Pm.PmGetpid;
import ring3.components.protocol.Pm.PmGetpriority;
import ring3.components.protocol.Pm.PmGettime;
import ring3.components.protocol.Pm.PmKill;
import ring3.components.protocol.Pm.PmProcs;
import ring3.components.protocol.Pm.PmReboot;
import ring3.components.protocol.Pm.PmSetpgid;
import ring3.components.protocol.Pm.PmSetpolicy;
import ring3.components.protocol.Pm.PmSetpriority;
import ring3.components.protocol.Pm.PmSetsid;
import ring3.components.protocol.Pm.PmSigaction;
import ring3.components.protocol.Pm.PmSrvFork;
import ring3.components.protocol.Pm.PmSrvKill;
import ring3.components.protocol.Pm.PmWait4;
import ring3.components.protocol.PmReply.PmPids;
import ring3.components.protocol.PmVfs;
import ring3.components.protocol.PmVfs.VfsPmDone;
import ring3.components.protocol.PmVfs.VfsPmExecDone;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// The table of calls (minix: servers/pm/table.c). A call that returns null is answered later, or
/// never.
final class Calls {
    private static final int SETSID = 0x903;
    private static final int EXIT = 0x904;
    private static final int FORK = 0x907;
    private static final int REBOOT = 0x90A;

    private final ProcTable table;
    private final Deaths deaths;
    private final Births births;
    private final SignalCalls signals;
    private final Execs execs;
    private final Groups groups;
    private final Priorities priorities;
    private final MachineCalls machine;

    Calls(Syslib sys, ProcTable table) {
        VfsLink vfs = new VfsLink(sys);
        this.table = table;
        deaths = new Deaths(sys, table, vfs);
        births = new Births(sys, table, vfs, deaths);
        signals = new SignalCalls(sys, table, deaths);
        execs = new Execs(sys, table, vfs, deaths);
        groups = new Groups(sys, table, vfs, deaths);
        priorities = new Priorities(sys, table);
        machine = new MachineCalls(sys, table, vfs, deaths);
    }

    @Nullable Message answer(Proc caller, Message message) {
        if (!(message instanceof Pm request)) {
            return Result.of(Errno.ENOSYS);
        }
        if (caller.service) {
            return answerService(caller, request);
        }
        return switch (request) {
            case PmExit(int status) -> {
                deaths.exit(caller, status);
                yield null;
            }
            case PmFork _ -> births.fork(caller);
            case PmWait4 wait -> deaths.wait4(caller, wait);
            case PmGetpid _ -> new PmPids(caller.pid, caller.parent);
            case PmKill kill -> signals.kill(caller, kill);
            case PmExec exec -> execs.exec(caller, exec);
            case PmSetsid _ -> groups.setsid(caller);
            case PmGetpgrp _ -> new Result(caller.group);
            case PmSetpgid setpgid -> groups.setpgid(caller, setpgid);
            case PmGetpriority(int pid) -> priorities.get(caller, pid);
            case PmSetpriority setpriority -> priorities.set(caller, setpriority);
            case PmSetpolicy(int policy) -> priorities.setPolicy(policy);
            case PmSigaction sigaction -> signals.sigaction(caller, sigaction);
            case PmGettime _ -> machine.time();
            case PmReboot reboot -> machine.reboot(reboot);
            case PmProcs procs -> machine.procs(caller, procs);
            case PmSrvFork _, PmSrvKill _ -> Result.of(Errno.EPERM);
        };
    }

    /// A service is no child of a shell: RS alone starts and ends it.
    private @Nullable Message answerService(Proc caller, Pm request) {
        boolean rs = caller.endpoint.equals(Endpoint.RS);
        return switch (request) {
            case PmSrvFork srvFork when rs -> births.srvFork(caller, srvFork);
            case PmSrvKill(int pid, int signal) when rs -> Result.of(srvKill(pid, signal));
            case PmKill kill -> signals.kill(caller, kill);
            case PmGetpid _ -> new PmPids(caller.pid, caller.parent);
            case PmGettime _ -> machine.time();
            case PmProcs procs -> machine.procs(caller, procs);
            default -> Result.of(Errno.EPERM);
        };
    }

    private Errno srvKill(int pid, int signal) {
        Proc target = table.find(pid);
        if (target == null || !target.service) {
            return Errno.ESRCH;
        }
        deaths.end(target, signal);
        return Errno.OK;
    }

    /// An answer of VFS.
    void heed(PmVfs answer) {
        if (answer instanceof VfsPmExecDone done) {
            execs.loaded(done);
        } else if (answer instanceof VfsPmDone done && done.request() == REBOOT) {
            machine.written();
        } else if (answer instanceof VfsPmDone done) {
            Proc proc = table.find(done.endpoint());
            if (proc != null) {
                heed(proc, done.request());
            }
        }
    }

    private void heed(Proc proc, int request) {
        switch (request) {
            case FORK -> births.filesShared(proc);
            case EXIT -> deaths.filesClosed(proc);
            case SETSID -> groups.terminalTaken(proc);
            default -> deaths.endIfPostponed(proc);
        }
    }

    /// Signals wait in the kernel.
    void heedSignals() {
        signals.fetchFromKernel();
    }
}

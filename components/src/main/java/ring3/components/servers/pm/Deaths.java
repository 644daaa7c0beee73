package ring3.components.servers.pm;

import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Pm;
import ring3.components.protocol.Pm.PmWait4;
import ring3.components.protocol.PmReply.PmWaited;
import ring3.components.protocol.PmVfs.VfsPmExit;
import ring3.components.protocol.Sched.SchedulingStop;
import ring3.components.protocol.Vm.VmExit;
import ring3.components.protocol.Vm.VmWillexit;
import ring3.components.servers.pm.Proc.State;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Abort;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Runctl;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// How processes end, and how their parents learn of it (minix: servers/pm/forkexit.c). An end has
/// two phases: first VFS closes the files, then the kernel frees the slot, vm the memory, and a
/// zombie is left.
final class Deaths {
    private static final int STATUS_SHIFT = 8;
    private static final int STATUS_MASK = 0xff;

    private final Syslib sys;
    private final ProcTable table;
    private final VfsLink vfs;

    Deaths(Syslib sys, ProcTable table, VfsLink vfs) {
        this.sys = sys;
        this.table = table;
        this.vfs = vfs;
    }

    /// The process asks for its end.
    void exit(Proc proc, int status) {
        end(proc, (status & STATUS_MASK) << STATUS_SHIFT);
    }

    /// The process ends with this status for its parent; a signal is a status by itself. While VFS
    /// works on the process the end waits: VFS must not find it gone halfway through.
    void end(Proc proc, int waitStatus) {
        if (proc.state != State.RUNNING) {
            return;
        }
        sys.status(new Runctl(proc.endpoint, true, false));
        if (proc.atVfs) {
            proc.postponeEnd(waitStatus);
            return;
        }
        if (proc.pid == ProcTable.INIT_PID) {
            sys.print("pm: init died with status " + waitStatus);
            sys.status(new Abort(Abort.PANIC, 1));
        }
        proc.state = State.EXITING;
        proc.waitStatus = waitStatus;
        proc.waiting = false;
        if (proc.isUser()) {
            sys.call(Endpoint.SCHED, new SchedulingStop(proc.endpoint));
        }
        sys.call(Endpoint.VM, new VmWillexit(proc.endpoint));
        giveChildrenToInit(proc);
        vfs.tell(proc, new VfsPmExit(proc.endpoint));
    }

    /// VFS has answered; returns whether the process ends now because that was postponed.
    boolean endIfPostponed(Proc proc) {
        proc.atVfs = false;
        if (proc.willLive() || proc.state != State.RUNNING) {
            return false;
        }
        end(proc, proc.postponedEnd());
        return true;
    }

    private void giveChildrenToInit(Proc proc) {
        for (Proc child : table.all()) {
            if (child.parent == proc.pid && child.isUser()) {
                child.parent = ProcTable.INIT_PID;
                tellParentOf(child);
            }
        }
    }

    /// VFS has closed everything: nothing of the process but its status is left.
    void filesClosed(Proc proc) {
        proc.atVfs = false;
        sys.status(new Clear(proc.endpoint));
        sys.call(Endpoint.VM, new VmExit(proc.endpoint));
        if (proc.isUser()) {
            proc.state = State.ZOMBIE;
            tellParentOf(proc);
        } else {
            table.remove(proc);
        }
    }

    /// SIGCHLD is not raised: without handlers it can do nothing but be ignored.
    private void tellParentOf(Proc child) {
        Proc parent = table.find(child.parent);
        if (child.state == State.ZOMBIE
                && parent != null
                && parent.waiting
                && matches(parent, child, parent.waitsFor)) {
            parent.waiting = false;
            sys.reply(parent.endpoint, bury(child));
        }
    }

    private PmWaited bury(Proc zombie) {
        table.remove(zombie);
        return new PmWaited(zombie.pid, zombie.waitStatus);
    }

    /// wait4; null when the answer has to wait for a child.
    @Nullable Message wait4(Proc caller, PmWait4 request) {
        boolean hasChild = false;
        for (Proc child : table.all()) {
            if (matches(caller, child, request.pid())) {
                hasChild = true;
                if (child.state == State.ZOMBIE) {
                    return bury(child);
                }
            }
        }
        if (!hasChild) {
            return Result.of(Errno.ECHILD);
        }
        if ((request.options() & Pm.WNOHANG) != 0) {
            return new PmWaited(0, 0);
        }
        caller.waiting = true;
        caller.waitsFor = request.pid();
        return null;
    }

    private static boolean matches(Proc parent, Proc child, int pid) {
        if (child.parent != parent.pid || child.service) {
            return false;
        }
        if (pid > 0) {
            return child.pid == pid;
        }
        return pid == -1 || child.group == (pid == 0 ? parent.group : -pid);
    }
}

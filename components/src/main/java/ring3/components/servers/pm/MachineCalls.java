package ring3.components.servers.pm;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Pm;
import ring3.components.protocol.Pm.PmProcs;
import ring3.components.protocol.Pm.PmReboot;
import ring3.components.protocol.PmReply.PmTime;
import ring3.components.protocol.PmVfs.VfsPmReboot;
import ring3.components.servers.pm.Proc.State;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelReply.TimesReply;
import ring3.syslib.KernelRequest.Abort;
import ring3.syslib.KernelRequest.Runctl;
import ring3.syslib.KernelRequest.Times;
import ring3.syslib.Memory;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// Calls that concern the machine as a whole: time, the table of processes, its end.
final class MachineCalls {
    /// The emulated machine is always switched on at 2026-01-01T00:00:00Z.
    private static final long BOOT_SECONDS = 1_767_225_600L;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int PROCS_MAX = 256;
    private static final int NAME = 20;

    private final Syslib sys;
    private final ProcTable table;
    private final VfsLink vfs;
    private final Deaths deaths;
    private final int buffer;
    private @Nullable Abort abort;

    MachineCalls(Syslib sys, ProcTable table, VfsLink vfs, Deaths deaths) {
        this.sys = sys;
        this.table = table;
        this.vfs = vfs;
        this.deaths = deaths;
        this.buffer = sys.allocate(PROCS_MAX * Pm.PROC_BYTES);
    }

    /// The time of the emulated clock.
    Message time() {
        KernelReply reply = sys.kernelCall(new Times(Endpoint.SELF));
        if (!(reply instanceof TimesReply times)) {
            return new Result(reply.status());
        }
        long nanos = times.nanos();
        return new PmTime(
                BOOT_SECONDS + nanos / NANOS_PER_SECOND, (int) (nanos % NANOS_PER_SECOND));
    }

    /// Stores as many entries of the table as fit in the caller's memory.
    Message procs(Proc caller, PmProcs request) {
        int end = buffer;
        for (Proc proc : table.all()) {
            if (end + Pm.PROC_BYTES - buffer <= request.bytes()) {
                store(proc, end);
                end += Pm.PROC_BYTES;
            }
        }
        int length = end - buffer;
        int status = sys.copyTo(caller.endpoint, request.address(), buffer, length);
        return new Result(status < 0 ? status : length);
    }

    private void store(Proc proc, int address) {
        Memory memory = sys.memory();
        memory.putInt(address, proc.pid);
        memory.putInt(address + 4, proc.parent);
        memory.putInt(address + 8, proc.group);
        memory.putInt(address + 12, proc.endpoint.value());
        memory.putInt(address + 16, stateOf(proc));
        byte[] name = proc.name.getBytes(StandardCharsets.ISO_8859_1);
        int length = Math.min(name.length, Pm.PROC_NAME_BYTES);
        memory.fill(address + NAME, Pm.PROC_NAME_BYTES, 0);
        memory.put(address + NAME, name, 0, length);
    }

    private static int stateOf(Proc proc) {
        if (proc.service) {
            return Pm.SERVICE;
        }
        if (proc.state == State.ZOMBIE) {
            return Pm.ZOMBIE;
        }
        return proc.waiting ? Pm.WAITING : Pm.RUNNING;
    }

    /// reboot: everybody but init ends, VFS writes everything back, and then the machine stops.
    @Nullable Message reboot(PmReboot request) {
        if (request.how() < Abort.HALT || request.how() > Abort.PANIC) {
            return Result.of(Errno.EINVAL);
        }
        abort = new Abort(request.how(), request.status());
        sys.status(new Runctl(Endpoint.INIT, true, false));
        for (Proc proc : table.all()) {
            if (proc.isUser() && proc.pid != ProcTable.INIT_PID) {
                deaths.end(proc, Signals.SIGKILL);
            }
        }
        vfs.tell(new VfsPmReboot());
        return null;
    }

    /// VFS has written everything back.
    void written() {
        if (abort != null) {
            sys.status(abort);
        }
    }
}

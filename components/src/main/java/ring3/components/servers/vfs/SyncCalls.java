package ring3.components.servers.vfs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import ring3.components.protocol.Devices;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqNewDriver;
import ring3.components.protocol.Fs.ReqSync;
import ring3.components.protocol.Fs.ReqUnmount;
import ring3.components.protocol.Vfs.VfsGetvfsstat;
import ring3.syslib.Syslib;

/// What concerns all mounts: writing back, leaving, listing, and news of a driver.
final class SyncCalls {
    private static final int TABLE_BYTES = 4096;

    private final Syslib sys;
    private final MountTable mounts;
    private final Loans loans;
    private final Buffers tables;

    SyncCalls(Syslib sys, MountTable mounts, Loans loans) {
        this.sys = sys;
        this.mounts = mounts;
        this.loans = loans;
        this.tables = new Buffers(sys, TABLE_BYTES);
    }

    /// Writes all file systems back, one after the other. One that fails does not stop the others.
    void sync(Call call) {
        askEach(call, ReqSync::new, mounts.all(), () -> call.done(0));
    }

    /// Writes all file systems back and leaves them: the machine stops. They are left in the
    /// reverse order of their mounting, so the root is the last.
    void unmountAll(Call call) {
        List<Mount> all = mounts.all();
        askEach(
                call,
                ReqSync::new,
                all,
                () -> askEach(call, ReqUnmount::new, all.reversed(), () -> call.done(0)));
    }

    private static void askEach(
            Call call, IntFunction<Fs> composer, List<Mount> left, Runnable next) {
        if (left.isEmpty()) {
            next.run();
            return;
        }
        List<Mount> others = left.subList(1, left.size());
        left.getFirst().request(call, composer, _ -> askEach(call, composer, others, next));
    }

    /// GETVFSSTAT: the table of mounts as text.
    void list(Call call, VfsGetvfsstat request) {
        StringBuilder text = new StringBuilder();
        mounts.all().forEach(mount -> text.append(mount.description().line()));
        byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        int count = Math.min(Math.min(bytes.length, TABLE_BYTES), Math.max(request.bytes(), 0));
        int table = tables.take(call);
        sys.memory().put(table, bytes, 0, count);
        loans.copyOut(call, table, request.address(), count);
        call.done(count);
    }

    /// The driver of `major` was started again: file servers that use it shall know its label.
    void newDriver(Fproc self, int major, String label) {
        for (Mount mount : mounts.all()) {
            int device = mount.description().device();
            if (Devices.major(device) == major && !mount.channel().dead()) {
                newDriver(new Call(self, _ -> {}), mount, device, label);
            }
        }
    }

    private void newDriver(Call call, Mount mount, int device, String label) {
        call.step(() -> {
            int grant = loans.ofName(call, mount.server(), label);
            mount.finish(call, id -> new ReqNewDriver(id, device, grant, label.length()));
        });
    }
}

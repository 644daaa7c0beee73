package ring3.components.lib.posix;

import java.util.ArrayList;
import java.util.List;
import ring3.components.protocol.Vm;
import ring3.components.protocol.VmReply.VmStats;
import ring3.syslib.Endpoint;
import ring3.syslib.Memory;
import ring3.syslib.Message;
import ring3.syslib.Syslib;

/// The memory of the machine, as vm gives it out.
public final class PhysicalMemory {
    private static final int FRAME_KIB = 4;

    private final Syslib sys;
    private final Areas areas;

    PhysicalMemory(Syslib sys, Areas areas) {
        this.sys = sys;
        this.areas = areas;
    }

    /// All memory, in KiB, and who has how much of it.
    ///
    /// @param total what the machine has
    /// @param free what nobody uses
    public record Report(int total, int free, List<Share> shares) {
        public Report {
            shares = List.copyOf(shares);
        }

        /// What is in use.
        public int used() {
            return total - free;
        }
    }

    /// What one process has, in KiB.
    ///
    /// @param resident what lies in memory
    /// @param shared how much of that others have too, until one of them writes
    public record Share(int endpoint, int resident, int shared) {}

    /// How memory is used now.
    public Outcome<Report> report() {
        int start = areas.transfer();
        Message reply = sys.sendrec(Endpoint.VM, new Vm.VmInfo(start, Areas.TRANSFER_BYTES));
        if (!(reply instanceof VmStats(int frames, int free, int bytes))) {
            return Outcome.failure(reply.type());
        }
        List<Share> shares = new ArrayList<>();
        for (int at = start; at < start + bytes; at += Vm.INFO_BYTES) {
            shares.add(load(at));
        }
        return new Outcome.Success<>(new Report(frames * FRAME_KIB, free * FRAME_KIB, shares));
    }

    private Share load(int at) {
        Memory memory = areas.memory();
        return new Share(
                memory.getInt(at + Vm.INFO_ENDPOINT),
                memory.getInt(at + Vm.INFO_PAGES) * FRAME_KIB,
                memory.getInt(at + Vm.INFO_SHARED) * FRAME_KIB);
    }
}

package ring3.kernel;

import module java.base;
import module ring3.events;

import ring3.kernel.core.*;

/// Makes pictures of the machine at rest.
final class Snapshots {
    private final Core core;

    Snapshots(Core core) {
        this.core = core;
    }

    MachineSnapshot take() {
        List<ProcessSnapshot> processes = new ArrayList<>();
        for (Proc proc : core.procs.all()) {
            if (!proc.isFree()) {
                processes.add(process(proc));
            }
        }
        return new MachineSnapshot(
                core.trace.last(),
                core.trace.nanos(),
                core.processor.running,
                processes,
                DeviceSnapshot.ALL,
                core.computer.vga().screen(),
                core.processor.halted,
                core.processor.panic);
    }

    private ProcessSnapshot process(Proc proc) {
        return new ProcessSnapshot(
                proc.endpoint,
                proc.name,
                proc.kind,
                proc.kernelMode,
                state(proc),
                proc.blockedOn(),
                proc.priority,
                proc.quantumMillis,
                proc.quantumLeftNanos,
                proc.cpuNanos,
                proc.memory.bytes(),
                Long.bitCount(proc.priv.notifyPending),
                proc.callerCount(),
                PrivilegeSnapshot.of(proc.priv.id, proc.priv.rights, sendTo(proc.priv)),
                Processes.line(proc),
                proc.fault);
    }

    private ProcessState state(Proc proc) {
        boolean running = proc.endpoint.equals(core.processor.running);
        return proc.isTask() ? ProcessState.KERNEL_TASK : ProcessState.of(proc.rts, running);
    }

    private List<String> sendTo(Priv priv) {
        List<String> names = new ArrayList<>();
        boolean all = true;
        for (Priv other : core.procs.privs()) {
            Proc owner = other.owner;
            boolean user = other == core.procs.userPriv();
            if (owner == null && !user || owner != null && owner.isTask()) {
                continue;
            }
            if (!priv.maySendTo(other)) {
                all = false;
            } else {
                names.add(user || owner == null ? "user programs" : owner.name);
            }
        }
        return all ? List.of("all") : names;
    }
}

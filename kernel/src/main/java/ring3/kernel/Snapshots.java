package ring3.kernel;

import module ring3.events;

import java.util.ArrayList;
import java.util.List;
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
                core.processor.running(),
                processes,
                devices(),
                core.computer.vga().screen(),
                core.processor.isHalted(),
                core.processor.panicReason());
    }

    private ProcessSnapshot process(Proc proc) {
        return new ProcessSnapshot(
                proc.endpoint,
                proc.name,
                proc.kind,
                state(proc),
                proc.blockedOn(),
                proc.priority,
                proc.quantumMillis,
                proc.quantumLeftNanos,
                proc.cpuNanos,
                proc.memory.bytes(),
                Long.bitCount(proc.priv.notifyPending),
                proc.callerCount(),
                privileges(proc.priv),
                Processes.line(proc),
                proc.fault);
    }

    private ProcessState state(Proc proc) {
        if (proc.isTask()) {
            return ProcessState.KERNEL_TASK;
        }
        if (proc.isRunnable()) {
            boolean running = proc.endpoint.equals(core.processor.running());
            return running ? ProcessState.RUNNING : ProcessState.READY;
        }
        if (proc.has(Rts.SIGNALED) || proc.has(Rts.SIG_PENDING)) {
            return ProcessState.SIGNALED;
        }
        if (proc.has(Rts.NO_PRIV)) {
            return ProcessState.NO_PRIVILEGES;
        }
        if (proc.has(Rts.PROC_STOP)) {
            return ProcessState.STOPPED;
        }
        if (proc.has(Rts.SENDING)) {
            return ProcessState.SENDING;
        }
        return proc.has(Rts.RECEIVING) ? ProcessState.RECEIVING : ProcessState.NO_QUANTUM;
    }

    private PrivilegeSnapshot privileges(Priv priv) {
        Privilege rights = priv.rights;
        return new PrivilegeSnapshot(
                priv.id,
                priv.isSystem(),
                rights.has(Privilege.CHECK_IO_PORT),
                rights.ports(),
                rights.has(Privilege.CHECK_IRQ),
                rights.irqs(),
                traps(priv),
                sendTo(priv),
                calls(priv));
    }

    private static List<String> traps(Priv priv) {
        List<String> names = new ArrayList<>();
        for (Trap trap : Trap.values()) {
            if (priv.allows(trap)) {
                names.add(trap.name());
            }
        }
        return names.size() == Trap.values().length ? List.of("all") : names;
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

    private static List<String> calls(Priv priv) {
        List<String> names = new ArrayList<>();
        for (SysCall call : SysCall.values()) {
            if (priv.allows(call)) {
                names.add(call.name());
            }
        }
        return names.size() == SysCall.values().length ? List.of("all") : names;
    }

    private List<DeviceSnapshot> devices() {
        return List.of(
                device("Timer", "40-43", 0, 0x40, 0x43),
                device("Keyboard", "60 64", 1, 0x60, 0x64),
                device("VGA text", "3D4-3D5", -1, 0x3d4, 0x3d5),
                device("ATA disk", "1F0-1F7 3F6", 14, 0x1f0, 0x1f7),
                device("Serial 1", "3F8-3FF", 4, 0x3f8, 0x3ff),
                device("Serial 2", "2F8-2FF", 3, 0x2f8, 0x2ff));
    }

    private DeviceSnapshot device(String name, String ports, int irq, int first, int last) {
        return new DeviceSnapshot(name, ports, irq, core.ports.accesses(first, last));
    }
}

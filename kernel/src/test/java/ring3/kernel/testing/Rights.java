package ring3.kernel.testing;

import java.util.List;
import ring3.syslib.Endpoint;
import ring3.syslib.Privilege;
import ring3.syslib.SysCall;
import ring3.syslib.Trap;

/// The privileges of a service under test. They begin with everything allowed, so that a test names
/// only what it takes away.
public record Rights(Privilege privilege) {
    private static final int SERVICE =
            Privilege.SYS_PROC | Privilege.PREEMPTIBLE | Privilege.BILLABLE;

    /// All that a service can have.
    public static final Rights ALL =
            new Rights(
                    new Privilege(
                            SERVICE,
                            Trap.ALL,
                            SysCall.ALL,
                            Privilege.IPC_ALL,
                            Endpoint.RS,
                            List.of(),
                            List.of(),
                            List.of()));

    /// Only these traps.
    public Rights traps(Trap... traps) {
        int mask = 0;
        for (Trap trap : traps) {
            mask |= trap.bit();
        }
        return with(mask, privilege.calls(), privilege.ipcTo());
    }

    /// Only these kernel calls.
    public Rights calls(SysCall... calls) {
        long mask = 0;
        for (SysCall call : calls) {
            mask |= call.bit();
        }
        return with(privilege.traps(), mask, privilege.ipcTo());
    }

    /// May send to these privilege ids only, one bit each.
    public Rights sendTo(long mask) {
        return with(privilege.traps(), privilege.calls(), mask);
    }

    private Rights with(int traps, long calls, long ipcTo) {
        return new Rights(
                new Privilege(
                        privilege.flags(),
                        traps,
                        calls,
                        ipcTo,
                        privilege.signalManager(),
                        privilege.ports(),
                        privilege.memory(),
                        privilege.irqs()));
    }

    /// With `flags` besides those it has.
    public Rights flag(int flags) {
        return flags(privilege.flags() | flags);
    }

    /// Without `flags`.
    public Rights withoutFlag(int flags) {
        return flags(privilege.flags() & ~flags);
    }

    private Rights flags(int flags) {
        return resources(flags, privilege.ports(), privilege.memory(), privilege.irqs());
    }

    /// Only these ports.
    public Rights ports(Privilege.Range... ranges) {
        int flags = privilege.flags() | Privilege.CHECK_IO_PORT;
        return resources(flags, List.of(ranges), privilege.memory(), privilege.irqs());
    }

    /// Only this physical memory.
    public Rights memory(Privilege.Range... ranges) {
        int flags = privilege.flags() | Privilege.CHECK_MEM;
        return resources(flags, privilege.ports(), List.of(ranges), privilege.irqs());
    }

    /// Only these interrupt lines.
    public Rights irqs(Integer... lines) {
        int flags = privilege.flags() | Privilege.CHECK_IRQ;
        return resources(flags, privilege.ports(), privilege.memory(), List.of(lines));
    }

    private Rights resources(
            int flags,
            List<Privilege.Range> ports,
            List<Privilege.Range> memory,
            List<Integer> irqs) {
        return new Rights(
                new Privilege(
                        flags,
                        privilege.traps(),
                        privilege.calls(),
                        privilege.ipcTo(),
                        privilege.signalManager(),
                        ports,
                        memory,
                        irqs));
    }

    /// Whose signals `manager` handles.
    public Rights manager(Endpoint manager) {
        return new Rights(
                new Privilege(
                        privilege.flags(),
                        privilege.traps(),
                        privilege.calls(),
                        privilege.ipcTo(),
                        manager,
                        privilege.ports(),
                        privilege.memory(),
                        privilege.irqs()));
    }
}

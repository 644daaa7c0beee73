package ring3.bench;

import java.util.List;
import ring3.syslib.Endpoint;
import ring3.syslib.Privilege;
import ring3.syslib.SysCall;
import ring3.syslib.Trap;

/// What the services of a benchmark may do: what they need and no more, so that every check of the
/// kernel has something to check.
final class Rights {
    /// As a partner, INIT stands for all users: they share one place in the masks.
    static final Endpoint USERS = Endpoint.INIT;

    private static final int SERVICE =
            Privilege.SYS_PROC | Privilege.PREEMPTIBLE | Privilege.BILLABLE;

    private Rights() {}

    /// Messages to some of the boot image, the basic kernel calls and those named.
    static Privilege service(List<Endpoint> partners, SysCall... calls) {
        return with(SERVICE, partners, List.of(), calls);
    }

    /// A driver of the device whose ports these are.
    static Privilege driver(List<Endpoint> partners, Privilege.Range ports, SysCall... calls) {
        return with(SERVICE | Privilege.CHECK_IO_PORT, partners, List.of(ports), calls);
    }

    private static Privilege with(
            int flags, List<Endpoint> partners, List<Privilege.Range> ports, SysCall... calls) {
        long callMask = SysCall.BASIC;
        for (SysCall call : calls) {
            callMask |= call.bit();
        }
        long ipcMask = 0;
        for (Endpoint partner : partners) {
            ipcMask |= Privilege.ipcBit(partner);
        }
        return new Privilege(
                flags, Trap.ALL, callMask, ipcMask, Endpoint.RS, ports, List.of(), List.of());
    }
}

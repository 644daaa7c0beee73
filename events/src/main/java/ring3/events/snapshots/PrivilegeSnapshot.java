package ring3.events.snapshots;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import ring3.syslib.Privilege;
import ring3.syslib.Privilege.Range;
import ring3.syslib.SysCall;
import ring3.syslib.Trap;

/// What a process may do, for people.
///
/// @param ports ranges of ports; meaningless unless `portsChecked`
/// @param sendTo names of the processes it may send to; "all" when every one
/// @param calls names of the kernel calls it may make; "all" when every one
public record PrivilegeSnapshot(
        int id,
        boolean systemProcess,
        boolean portsChecked,
        List<Range> ports,
        boolean irqsChecked,
        List<Integer> irqs,
        List<String> traps,
        List<String> sendTo,
        List<String> calls) {
    public PrivilegeSnapshot {
        ports = List.copyOf(ports);
        irqs = List.copyOf(irqs);
        traps = List.copyOf(traps);
        sendTo = List.copyOf(sendTo);
        calls = List.copyOf(calls);
    }

    /// What `rights` mean for people.
    ///
    /// @param sendTo names of the processes it may send to
    public static PrivilegeSnapshot of(int id, Privilege rights, List<String> sendTo) {
        return new PrivilegeSnapshot(
                id,
                rights.has(Privilege.SYS_PROC),
                rights.has(Privilege.CHECK_IO_PORT),
                rights.ports(),
                rights.has(Privilege.CHECK_IRQ),
                rights.irqs(),
                names(Trap.values(), trap -> (rights.traps() & trap.bit()) != 0),
                sendTo,
                names(SysCall.values(), call -> (rights.calls() & call.bit()) != 0));
    }

    private static <E extends Enum<E>> List<String> names(E[] all, Predicate<E> allowed) {
        List<String> names = Arrays.stream(all).filter(allowed).map(Enum::name).toList();
        return names.size() == all.length ? List.of("all") : names;
    }
}

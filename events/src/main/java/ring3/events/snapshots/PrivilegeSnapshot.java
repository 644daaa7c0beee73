package ring3.events.snapshots;

import java.util.List;
import ring3.syslib.Privilege.Range;

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
}

package ring3.kernel.sys;

import module java.base;
import module ring3.events;

import ring3.events.KernelEvent.PrivilegesChanged;
import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Privctl;
import ring3.syslib.Privilege.Range;

/// SYS_PRIVCTL: the reincarnation server decides what a service may do (minix:
/// kernel/system/do_privctl.c). Send masks stay symmetric: who may send may be answered.
final class DoPrivctl {
    static KernelReply call(Core core, Proc caller, Privctl request) {
        Check.system(caller);
        Proc target = Check.process(core, request.target());
        int address = request.address();
        switch (request.request()) {
            case Privilege.ALLOW -> {
                requireNoPrivileges(target);
                core.scheduler.unblock(target, Rts.NO_PRIV);
            }
            case Privilege.DISALLOW -> core.scheduler.block(target, Rts.NO_PRIV);
            case Privilege.SET_SYS -> {
                requireNoPrivileges(target);
                boolean given = core.processes.givePriv(target, rights(core, caller, address));
                Refused.unless(given, Errno.ENOSPC, Rule.NO_ROOM);
            }
            case Privilege.SET_USER -> {
                requireNoPrivileges(target);
                core.processes.releasePriv(target);
            }
            case Privilege.ADD_IO, Privilege.ADD_MEM, Privilege.ADD_IRQ ->
                    add(core, caller, target, request);
            case Privilege.QUERY_MEM -> {
                Range range = range(core, caller, address);
                int bytes = range.last() - range.first() + 1;
                boolean may = target.priv.mayUseMemory(range.first(), bytes);
                Refused.unless(may, Errno.EPERM, Rule.MEMORY_RANGE);
                return Status.OK;
            }
            case Privilege.UPDATE_SYS -> {
                Check.system(target);
                core.processes.givePriv(target, rights(core, caller, address));
            }
            case Privilege.YIELD -> {
                requireNoPrivileges(target);
                core.scheduler.unblock(target, Rts.NO_PRIV);
                core.scheduler.block(caller, Rts.NO_PRIV);
            }
            case Privilege.CLEAR_IPC_REFS -> core.ipc.clearReferences(target);
            default -> Check.that(false);
        }
        core.trace.tell((n, t) -> new PrivilegesChanged(n, t, target.endpoint, request.request()));
        return Status.OK;
    }

    private static void requireNoPrivileges(Proc target) {
        Refused.unless(target.has(Rts.NO_PRIV), Errno.EPERM, Rule.HAS_PRIVILEGES);
    }

    private static Privilege rights(Core core, Proc caller, int address) {
        return Privilege.decode(core.copies.read(caller, caller, address, Privilege.BYTES));
    }

    private static Range range(Core core, Proc caller, int address) {
        core.copies.require(caller, caller, address, 8, false);
        return new Range(
                (int) caller.memory.load(address, 4), (int) caller.memory.load(address + 4, 4));
    }

    private static void add(Core core, Proc caller, Proc target, Privctl request) {
        Check.system(target);
        Refused.unless(!target.has(Rts.NO_PRIV), Errno.EPERM, Rule.NO_PRIVILEGES_YET);
        Privilege old = target.priv.rights;
        List<Range> ports = old.ports();
        List<Range> memory = old.memory();
        List<Integer> irqs = old.irqs();
        switch (request.request()) {
            case Privilege.ADD_IO -> ports = with(ports, range(core, caller, request.address()));
            case Privilege.ADD_MEM -> memory = with(memory, range(core, caller, request.address()));
            default -> irqs = with(irqs, range(core, caller, request.address()).first());
        }
        target.priv.rights = old.with(ports, memory, irqs);
    }

    private static <T> List<T> with(List<T> list, T added) {
        if (list.contains(added)) {
            return list;
        }
        Refused.unless(list.size() < Privilege.RANGES_MAX, Errno.ENOMEM, Rule.NO_ROOM);
        List<T> longer = new ArrayList<>(list);
        longer.add(added);
        return longer;
    }
}

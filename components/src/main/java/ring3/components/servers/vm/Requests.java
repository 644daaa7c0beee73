package ring3.components.servers.vm;

import java.util.function.Function;
import ring3.components.protocol.Vm;
import ring3.components.protocol.Vm.VmBrk;
import ring3.components.protocol.Vm.VmExecNewmem;
import ring3.components.protocol.Vm.VmExit;
import ring3.components.protocol.Vm.VmFork;
import ring3.components.protocol.Vm.VmInfo;
import ring3.components.protocol.Vm.VmRsUpdate;
import ring3.components.protocol.Vm.VmWillexit;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// The table of calls, and who may make them (minix: servers/vm/main.c). What concerns another
/// process is for PM, and a new memory for those who load programs.
final class Requests {
    private final Spaces spaces;
    private final Sizes sizes;
    private final Forks forks;
    private final Usage usage;
    private final Updates updates;

    Requests(Syslib sys, Machine machine, PageTables tables, PageFaults faults) {
        spaces = machine.spaces;
        sizes = new Sizes(spaces, machine.frames, tables);
        forks = new Forks(sys, spaces, machine.frames, tables);
        usage = new Usage(sys, spaces, machine.frames, faults);
        updates = new Updates(sys, spaces, tables);
    }

    Message answer(Endpoint caller, Message message) {
        boolean pm = caller.equals(Endpoint.PM);
        boolean loader = caller.equals(Endpoint.VFS) || caller.equals(Endpoint.RS);
        return switch (message) {
            case VmBrk(int end) -> on(caller, space -> sizes.moveEnd(space, end));
            case VmInfo info -> usage.tell(spaces.find(caller), info);
            case VmFork fork when pm -> forks.fork(fork);
            case VmExit(Endpoint target) when pm -> on(target, this::end);
            case VmWillexit(Endpoint target) when pm -> on(target, Requests::willEnd);
            case VmExecNewmem(Endpoint target, int bytes) when loader ->
                    on(target, space -> sizes.renew(space, bytes));
            case VmRsUpdate update when caller.equals(Endpoint.RS) -> updates.update(update);
            case Vm _ -> Result.of(Errno.EPERM);
            default -> Result.of(Errno.ENOSYS);
        };
    }

    private Message on(Endpoint target, Function<Space, Errno> call) {
        Space space = spaces.find(target);
        return Result.of(space == null ? Errno.ESRCH : call.apply(space));
    }

    private Errno end(Space space) {
        sizes.end(space);
        return Errno.OK;
    }

    private static Errno willEnd(Space space) {
        space.exiting = true;
        return Errno.OK;
    }
}

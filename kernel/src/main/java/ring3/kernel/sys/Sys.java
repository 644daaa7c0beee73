package ring3.kernel.sys;

import java.util.EnumMap;
import java.util.Map;
import ring3.events.KernelEvent.KernelCalled;
import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.KernelCalls;
import ring3.kernel.core.Proc;
import ring3.kernel.core.Trace;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// The table of kernel calls (minix: kernel/system.c).
public final class Sys implements KernelCalls {
    private final Map<SysCall, KernelCall<?>> table = new EnumMap<>(SysCall.class);
    private final Trace trace;

    /// The calls of the kernel `core`.
    public Sys(Core core) {
        trace = core.trace;

        // Processes
        table.put(SysCall.SYS_FORK, new DoFork(core));
        table.put(SysCall.SYS_EXEC, new DoExec(core));
        table.put(SysCall.SYS_CLEAR, new DoClear(core));
        table.put(SysCall.SYS_EXIT, new DoExit(core));
        table.put(SysCall.SYS_PRIVCTL, new DoPrivctl(core));
        table.put(SysCall.SYS_RUNCTL, new DoRunctl(core));

        // Signals
        table.put(SysCall.SYS_KILL, new DoKill(core));
        table.put(SysCall.SYS_GETKSIG, new DoGetksig(core));
        table.put(SysCall.SYS_ENDKSIG, new DoEndksig(core));

        // Memory
        table.put(SysCall.SYS_VIRCOPY, new DoVircopy(core));
        table.put(SysCall.SYS_PHYSCOPY, new DoPhyscopy(core));
        table.put(SysCall.SYS_SAFECOPYFROM, new DoSafecopy(core, SysCall.SYS_SAFECOPYFROM));
        table.put(SysCall.SYS_SAFECOPYTO, new DoSafecopy(core, SysCall.SYS_SAFECOPYTO));
        table.put(SysCall.SYS_SETGRANT, new DoSetgrant(core));
        table.put(SysCall.SYS_VMCTL, new DoVmctl(core));

        // Devices
        table.put(SysCall.SYS_DEVIO, new DoDevio(core));
        table.put(SysCall.SYS_SDEVIO, new DoSdevio(core));
        table.put(SysCall.SYS_VDEVIO, new DoVdevio(core));
        table.put(SysCall.SYS_IRQCTL, new DoIrqctl(core));

        // Clock and scheduling
        table.put(SysCall.SYS_SETALARM, new DoSetalarm(core));
        table.put(SysCall.SYS_TIMES, new DoTimes(core));
        table.put(SysCall.SYS_SCHEDULE, new DoSchedule(core));
        table.put(SysCall.SYS_SCHEDCTL, new DoSchedctl(core));

        // The system
        table.put(SysCall.SYS_GETINFO, new DoGetinfo(core));
        table.put(SysCall.SYS_DIAGCTL, new DoDiagctl(core));
        table.put(SysCall.SYS_ABORT, new DoAbort(core));
    }

    @Override
    public KernelReply call(Proc caller, KernelRequest request) {
        SysCall number = request.sysCall();
        if (!caller.priv().allows(number)) {
            return KernelReply.of(trace.refuse(caller, number, Errno.ECALLDENIED, Rule.CALL_MASK));
        }
        KernelReply reply = handler(number).call(caller, request);
        if (!reply.failed()) {
            trace.publish(
                    new KernelCalled(
                            trace.next(),
                            trace.nanos(),
                            caller.endpoint(),
                            request,
                            reply.status()));
        }
        return reply;
    }

    /// The table was filled with a handler for each number that takes that number's request.
    @SuppressWarnings("unchecked")
    private KernelCall<KernelRequest> handler(SysCall number) {
        KernelCall<?> handler = table.get(number);
        assert handler != null : "every call has a handler";
        return (KernelCall<KernelRequest>) handler;
    }
}

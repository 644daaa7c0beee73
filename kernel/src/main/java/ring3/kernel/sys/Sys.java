package ring3.kernel.sys;

import static ring3.syslib.SysCall.*;

import module ring3.events;

import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent.KernelCalled;
import ring3.kernel.core.*;

/// The table of kernel calls (minix: kernel/system.c). What each is for, who may call it and which
/// errors it answers is told in [SysCall].
public final class Sys implements KernelCalls {
    private final @Nullable KernelCall<KernelRequest>[] table;
    private final Core core;

    /// The calls of the kernel `core`.
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Sys(Core core) {
        this.core = core;
        table = new KernelCall[SysCall.values().length];
        // Processes
        row(SYS_FORK, DoFork::call);
        row(SYS_EXEC, DoExec::call);
        row(SYS_CLEAR, DoClear::call);
        row(SYS_EXIT, DoExit::call);
        row(SYS_PRIVCTL, DoPrivctl::call);
        row(SYS_TRACE, DoTrace::call);
        row(SYS_SETGRANT, DoSetgrant::call);
        row(SYS_RUNCTL, DoRunctl::call);
        row(SYS_UPDATE, DoUpdate::call);
        row(SYS_STATECTL, DoStatectl::call);
        // Signals
        row(SYS_KILL, DoKill::call);
        row(SYS_GETKSIG, DoGetksig::call);
        row(SYS_ENDKSIG, DoEndksig::call);
        row(SYS_SIGSEND, DoSigsend::call);
        row(SYS_SIGRETURN, DoSigreturn::call);
        // Memory
        row(SYS_MEMSET, DoMemset::call);
        row(SYS_UMAP, DoUmap::call);
        row(SYS_VIRCOPY, DoVircopy::call);
        row(SYS_PHYSCOPY, DoVircopy::physical);
        row(SYS_SAFECOPYFROM, DoSafecopy::from);
        row(SYS_SAFECOPYTO, DoSafecopy::to);
        row(SYS_VSAFECOPY, DoSafecopy::vector);
        row(SYS_SAFEMEMSET, DoSafecopy::fill);
        row(SYS_VMCTL, DoVmctl::call);
        // Devices
        row(SYS_IRQCTL, DoIrqctl::call);
        row(SYS_DEVIO, DoDevio::call);
        row(SYS_SDEVIO, DoSdevio::call);
        row(SYS_VDEVIO, DoVdevio::call);
        row(SYS_IOPENABLE, DoIopenable::call);
        // Clock and scheduling
        row(SYS_SETALARM, DoSetalarm::call);
        row(SYS_TIMES, DoTimes::call);
        row(SYS_STIME, DoSettime::boot);
        row(SYS_SETTIME, DoSettime::call);
        row(SYS_VTIMER, DoVtimer::call);
        row(SYS_SCHEDULE, DoSchedule::call);
        row(SYS_SCHEDCTL, DoSchedule::control);
        // The system
        row(SYS_GETINFO, DoGetinfo::call);
        row(SYS_ABORT, DoAbort::call);
        row(SYS_SPROF, DoSprof::call);
        row(SYS_DIAGCTL, DoDiagctl::call);
    }

    /// A request knows its number, so a handler never gets one that is not its own.
    @SuppressWarnings("unchecked")
    private <R extends KernelRequest> void row(SysCall number, KernelCall<R> handler) {
        table[number.ordinal()] = (KernelCall<KernelRequest>) handler;
    }

    @Override
    public KernelReply call(Proc caller, KernelRequest request) {
        SysCall number = request.sysCall();
        try {
            boolean may = caller.priv.allows(number) || caller.kernelMode;
            Refused.unless(may, Errno.ECALLDENIED, Rule.CALL_MASK);
            KernelCall<KernelRequest> handler = table[number.ordinal()];
            if (handler == null) {
                throw new Refused(Errno.EBADREQUEST, Rule.NO_SUCH_CALL);
            }
            KernelReply reply = perform(handler, caller, request);
            core.trace.tell(
                    (n, t) -> new KernelCalled(n, t, caller.endpoint, request, reply.status()));
            return reply;
        } catch (Refused refused) {
            return core.trace.refuse(caller, number, refused);
        }
    }

    /// Memory that is not there may come: then the call is made again from its beginning.
    private KernelReply perform(
            KernelCall<KernelRequest> handler, Proc caller, KernelRequest request) {
        while (true) {
            try {
                return handler.call(core, caller, request);
            } catch (PageFault fault) {
                boolean again = core.pageFaults.await(caller, fault);
                Refused.unless(again, Errno.EFAULT, Rule.BAD_ADDRESS);
            }
        }
    }
}

package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.*;

/// SYS_SCHEDULE and SYS_SCHEDCTL: a scheduler gives one of its processes a queue and a fresh
/// quantum, and it, or the kernel, takes over the scheduling of a process.
final class DoSchedule {
    static KernelReply call(Core core, Proc caller, Schedule request) {
        Proc target = Check.process(core, request.target());
        boolean own = caller.endpoint.equals(target.scheduler) || caller.kernelMode;
        Refused.unless(own, Errno.EPERM, Rule.SCHEDULER);
        checkTurn(request.priority(), request.quantumMillis());
        core.processes.schedule(target, request.priority(), request.quantumMillis());
        return Status.OK;
    }

    static KernelReply control(Core core, Proc caller, Schedctl request) {
        Proc target = Check.process(core, request.target());
        if (!request.byKernel()) {
            target.scheduler = caller.endpoint;
            return Status.OK;
        }
        checkTurn(request.priority(), request.quantumMillis());
        target.scheduler = null;
        core.processes.schedule(target, request.priority(), request.quantumMillis());
        return Status.OK;
    }

    private static void checkTurn(int priority, int quantumMillis) {
        Check.that(priority >= -1 && priority < Scheduler.QUEUES);
        Check.that(quantumMillis == -1 || quantumMillis > 0);
    }
}

package ring3.components.servers.sched;

import ring3.components.lib.BootParameters;
import ring3.components.lib.Sef;
import ring3.components.protocol.Sched;
import ring3.components.protocol.Sched.SchedulingInherit;
import ring3.components.protocol.Sched.SchedulingSetNice;
import ring3.components.protocol.Sched.SchedulingSetPolicy;
import ring3.components.protocol.Sched.SchedulingStart;
import ring3.components.protocol.Sched.SchedulingStop;
import ring3.components.protocol.SchedulingPolicy;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.SchedulingNoQuantum;
import ring3.syslib.Syslib;

/// The scheduling server. A policy of its own is a change of this server, not of the kernel.
///
/// Two boot parameters are for it: `schedpolicy`, the policy to begin with, by its word; and
/// `seed`, which decides the draws of the lottery.
public final class SchedulingServer implements Program {
    private static final int BALANCE_TICKS = 5 * 60;

    @Override
    public void run(Syslib sys) {
        Schedules schedules = begin(sys, new BootParameters(sys));
        Sef sef = new Sef(sys, (_, _) -> sys.setAlarm(BALANCE_TICKS));
        for (; ; ) {
            Received in = sef.receive();
            if (in.isNotifyFrom(Endpoint.CLOCK)) {
                schedules.balance();
                sys.setAlarm(BALANCE_TICKS);
            } else if (in.message() instanceof SchedulingNoQuantum && in.fromKernel()) {
                schedules.quantumUsed(in.source());
            } else {
                sys.reply(in.source(), new Result(answer(schedules, in.source(), in.message())));
            }
        }
    }

    private static Schedules begin(Syslib sys, BootParameters parameters) {
        String word = parameters.get("schedpolicy", SchedulingPolicy.MINIX.word());
        SchedulingPolicy first = SchedulingPolicy.find(word);
        if (first == null) {
            sys.print("sched: no policy is called " + word);
            first = SchedulingPolicy.MINIX;
        }
        return new Schedules(sys, first, new Chance(parameters.number("seed", 0)));
    }

    /// Only PM and RS start processes, so only they may say how those are to be scheduled. A
    /// quantum that is said to be used up must be said by the kernel: anybody else might push a
    /// rival down.
    private static int answer(Schedules schedules, Endpoint caller, Message message) {
        boolean trusted = caller.equals(Endpoint.PM) || caller.equals(Endpoint.RS);
        return switch (message) {
            case Sched request when trusted -> obey(schedules, request);
            case Sched _, SchedulingNoQuantum _ -> Errno.EPERM.status();
            default -> Errno.ENOSYS.status();
        };
    }

    private static int obey(Schedules schedules, Sched request) {
        return switch (request) {
            case SchedulingStart start -> schedules.start(start);
            case SchedulingInherit inherit -> schedules.inherit(inherit);
            case SchedulingStop(Endpoint endpoint) -> schedules.stop(endpoint);
            case SchedulingSetNice setNice -> schedules.setNice(setNice);
            case SchedulingSetPolicy(int policy) -> schedules.setPolicy(policy);
        };
    }
}

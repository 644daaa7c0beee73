package ring3.components.servers.pm;

import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Pm;
import ring3.components.protocol.Pm.PmKill;
import ring3.components.protocol.Pm.PmSigaction;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply.SignalReply;
import ring3.syslib.KernelRequest.Endksig;
import ring3.syslib.KernelRequest.Getksig;
import ring3.syslib.KernelRequest.Runctl;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// Signals (minix: servers/pm/signal.c). A process ignores a signal or gets what it does by
/// default; handlers do not exist yet.
final class SignalCalls {
    private static final int SIGURG = 16;
    private static final int SIGTSTP = 18;
    private static final int SIGTTIN = 21;
    private static final int SIGTTOU = 22;
    private static final int SIGIO = 23;
    private static final int SIGWINCH = 28;
    private static final int SIGINFO = 29;

    private static final long HARMLESS =
            set(Signals.SIGCHLD, Signals.SIGCONT, SIGURG, SIGIO, SIGWINCH, SIGINFO);
    private static final long STOPPING = set(Signals.SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU);
    private static final long UNIGNORABLE = set(Signals.SIGKILL, Signals.SIGSTOP);

    /// What only the processor raises by rights.
    private static final long FAULTS =
            set(
                    Signals.SIGILL,
                    Signals.SIGABRT,
                    Signals.SIGEMT,
                    Signals.SIGFPE,
                    Signals.SIGBUS,
                    Signals.SIGSEGV);

    private final Syslib sys;
    private final ProcTable table;
    private final Deaths deaths;

    SignalCalls(Syslib sys, ProcTable table, Deaths deaths) {
        this.sys = sys;
        this.table = table;
        this.deaths = deaths;
    }

    private static long set(int... signals) {
        long set = 0;
        for (int signal : signals) {
            set |= Signals.bit(signal);
        }
        return set;
    }

    private static boolean isIn(long set, int signal) {
        return (set & Signals.bit(signal)) != 0;
    }

    private static boolean isValid(int signal) {
        return signal > 0 && signal < Signals.SIGKSIGSM;
    }

    /// kill; null when the caller has killed itself.
    @Nullable Message kill(Proc caller, PmKill request) {
        int signal = request.signal();
        if (signal != 0 && !isValid(signal)) {
            return Result.of(Errno.EINVAL);
        }
        Errno result = Errno.ESRCH;
        for (Proc target : table.all()) {
            if (matches(caller, target, request.pid())) {
                boolean refused = target.service && signal != 0 && isIn(FAULTS, signal);
                if (!refused && signal != 0) {
                    raise(target, signal, false);
                }
                result = !refused || result == Errno.OK ? Errno.OK : Errno.EPERM;
            }
        }
        return caller.willLive() ? Result.of(result) : null;
    }

    /// A broadcast reaches neither init nor services, and a group has no services in it.
    private static boolean matches(Proc caller, Proc target, int pid) {
        if (pid > 0) {
            return target.pid == pid;
        }
        if (pid == -1) {
            return target.isUser() && target.pid != ProcTable.INIT_PID;
        }
        return target.isUser() && target.group == (pid == 0 ? caller.group : -pid);
    }

    /// sigaction: sets whether the caller ignores a signal; the result is what it did before.
    Message sigaction(Proc caller, PmSigaction request) {
        int signal = request.signal();
        int disposition = request.disposition();
        boolean known = disposition == Pm.SIG_DFL || disposition == Pm.SIG_IGN;
        if (!isValid(signal) || isIn(UNIGNORABLE, signal) || !known) {
            return Result.of(Errno.EINVAL);
        }
        int former = caller.ignores(signal) ? Pm.SIG_IGN : Pm.SIG_DFL;
        long others = caller.ignored & ~Signals.bit(signal);
        caller.ignored = others | (disposition == Pm.SIG_IGN ? Signals.bit(signal) : 0);
        return new Result(former);
    }

    /// The kernel says that signals wait: of user processes that faulted, or that a service
    /// signalled.
    void fetchFromKernel() {
        while (sys.kernelCall(new Getksig()) instanceof SignalReply(var target, long signals)
                && !target.equals(Endpoint.NONE)) {
            Proc proc = table.find(target);
            if (proc != null) {
                raiseAll(proc, signals);
            }
        }
    }

    private void raiseAll(Proc proc, long signals) {
        for (int signal = 1; signal <= Signals.COUNT; signal++) {
            if (isIn(signals, signal)) {
                raise(proc, signal, true);
            }
        }
        if (proc.willLive()) {
            sys.status(new Endksig(proc.endpoint));
        }
    }

    /// A fault that the kernel reports ends a process even if it would rather ignore it: it would
    /// only fault again.
    private void raise(Proc target, int signal, boolean byKernel) {
        if (target.service) {
            sys.kill(target.endpoint, signal);
            return;
        }
        if (signal == Signals.SIGCONT) {
            proceed(target, true);
        }
        boolean fault = byKernel && isIn(FAULTS, signal);
        if (!target.willLive() || isIn(HARMLESS, signal) || (target.ignores(signal) && !fault)) {
            return;
        }
        if (isIn(STOPPING, signal)) {
            proceed(target, false);
        } else {
            deaths.end(target, signal);
        }
    }

    private void proceed(Proc target, boolean on) {
        if (target.willLive() && target.stopped == on) {
            target.stopped = !on;
            sys.status(new Runctl(target.endpoint, !on, false));
        }
    }
}

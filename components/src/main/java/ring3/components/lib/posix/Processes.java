package ring3.components.lib.posix;

import java.util.ArrayList;
import java.util.List;
import ring3.components.protocol.ExecFrame;
import ring3.components.protocol.Pm;
import ring3.components.protocol.PmReply;
import ring3.components.protocol.Sched;
import ring3.components.protocol.SchedulingPolicy;
import ring3.components.protocol.Vfs;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Memory;
import ring3.syslib.Message;
import ring3.syslib.Syslib;

/// Calls on processes. Those that return an `int` return zero or more on success and a negative
/// error number on failure.
public final class Processes {
    private final Syslib sys;
    private final Areas areas;

    Processes(Syslib sys, Areas areas) {
        this.sys = sys;
        this.areas = areas;
    }

    /// A child that ended.
    ///
    /// @param signal what killed it, 0 when it ended by itself
    /// @param exitStatus what it ended with, 0 to 255
    public record Ended(int pid, int signal, int exitStatus) {
        private static final int SIGNAL_MASK = 0x7f;

        static Ended of(PmReply.PmWaited waited) {
            int status = waited.status();
            return new Ended(waited.pid(), status & SIGNAL_MASK, status >> 8 & 0xff);
        }

        /// The status as a shell tells it: 128 plus the signal for a child that was killed.
        public int shellStatus() {
            return signal != 0 ? 128 + signal : exitStatus;
        }
    }

    /// One row of the process table; the state is one of those of [Pm].
    public record Listed(int pid, int parent, int group, int endpoint, int state, String name) {}

    /// Makes a copy of this process. Returns twice: 0 in the child, its pid in the parent.
    public int fork() {
        return call(new Pm.PmFork());
    }

    /// Runs another program in this process. Returns only when that fails.
    public int execve(String path, List<String> arguments, List<String> environment) {
        byte[] frame = new ExecFrame(arguments, environment).encode();
        if (frame.length > ExecFrame.BYTES_MAX) {
            return Errno.E2BIG.status();
        }
        if (path.length() > Areas.PATH_MAX) {
            return Errno.ENAMETOOLONG.status();
        }
        int at = areas.transfer();
        areas.memory().put(at, frame, 0, frame.length);
        return call(new Pm.PmExec(areas.path(0, path), path.length(), at, frame.length));
    }

    /// Ends this process with a status of 0 to 255. Never returns.
    public void exit(int status) {
        int result = call(new Pm.PmExit(status));
        throw new IllegalStateException("exit returned " + result);
    }

    /// Waits for a child to end: that one, or any for -1.
    public Outcome<Ended> wait(int pid) {
        return waited(sys.sendrec(Endpoint.PM, new Pm.PmWait4(pid, 0)));
    }

    /// The next child that has ended already. ECHILD when there is none.
    public Outcome<Ended> reap() {
        Message reply = sys.sendrec(Endpoint.PM, new Pm.PmWait4(-1, Pm.WNOHANG));
        return reply.type() == 0 ? new Outcome.Failure<>(Errno.ECHILD) : waited(reply);
    }

    private static Outcome<Ended> waited(Message reply) {
        return reply instanceof PmReply.PmWaited ended
                ? new Outcome.Success<>(Ended.of(ended))
                : Outcome.failure(reply.type());
    }

    /// Sends a signal: to a process, to our own group (0), to all (-1) or to a group (negative).
    public int kill(int pid, int signal) {
        return call(new Pm.PmKill(pid, signal));
    }

    /// Our pid.
    public int pid() {
        return call(new Pm.PmGetpid());
    }

    /// Our process group.
    public int group() {
        return call(new Pm.PmGetpgrp());
    }

    /// Moves a process (0: this one) into a group (0: one of its own).
    public int setGroup(int pid, int group) {
        return call(new Pm.PmSetpgid(pid, group));
    }

    /// Starts a session of our own. Returns its id.
    public int setSession() {
        return call(new Pm.PmSetsid());
    }

    /// From now on `signal` does nothing to us.
    public int ignore(int signal) {
        return call(new Pm.PmSigaction(signal, Pm.SIG_IGN));
    }

    /// From now on `signal` does to us what it does by default.
    public int restoreDefault(int signal) {
        return call(new Pm.PmSigaction(signal, Pm.SIG_DFL));
    }

    /// The nice value of a process, 0 for our own.
    public Outcome<Integer> nice(int pid) {
        int counted = call(new Pm.PmGetpriority(pid));
        return counted < 0
                ? Outcome.failure(counted)
                : new Outcome.Success<>(counted + Pm.NICE_MIN);
    }

    /// Gives a process, 0 for our own, a nice value; one that is out of range becomes the nearest.
    public int setNice(int pid, int nice) {
        return call(new Pm.PmSetpriority(pid, Math.clamp(nice, Pm.NICE_MIN, Pm.NICE_MAX)));
    }

    /// The policy by which processes are scheduled.
    public Outcome<SchedulingPolicy> policy() {
        int place = call(new Pm.PmSetpolicy(Sched.KEEP));
        SchedulingPolicy policy = SchedulingPolicy.at(place);
        return policy == null ? Outcome.failure(place) : new Outcome.Success<>(policy);
    }

    /// Schedules all processes by another policy from now on.
    public int setPolicy(SchedulingPolicy policy) {
        return call(new Pm.PmSetpolicy(policy.ordinal()));
    }

    /// Waits for so long.
    public int sleep(long millis) {
        return sys.call(Endpoint.VFS, new Vfs.VfsSelect(millis));
    }

    /// Seconds since 1970 by the emulated clock.
    public long seconds() {
        Message reply = sys.sendrec(Endpoint.PM, new Pm.PmGettime());
        return reply instanceof PmReply.PmTime(long seconds, _) ? seconds : reply.type();
    }

    /// All processes in the order of PM's table.
    public Outcome<List<Listed>> list() {
        int start = areas.transfer();
        int bytes = call(new Pm.PmProcs(start, Areas.TRANSFER_BYTES));
        if (bytes < 0) {
            return Outcome.failure(bytes);
        }
        List<Listed> rows = new ArrayList<>();
        for (int at = start; at < start + bytes; at += Pm.PROC_BYTES) {
            rows.add(load(at));
        }
        return new Outcome.Success<>(rows);
    }

    private Listed load(int at) {
        Memory memory = areas.memory();
        String padded = areas.text(at + 20, Pm.PROC_NAME_BYTES);
        int end = padded.indexOf(0);
        return new Listed(
                memory.getInt(at),
                memory.getInt(at + 4),
                memory.getInt(at + 8),
                memory.getInt(at + 12),
                memory.getInt(at + 16),
                end < 0 ? padded : padded.substring(0, end));
    }

    /// Stops the machine and hands `status` to whoever runs it; `how` is that of SYS_ABORT.
    public int reboot(int how, int status) {
        return call(new Pm.PmReboot(how, status));
    }

    private int call(Pm request) {
        return sys.call(Endpoint.PM, request);
    }
}

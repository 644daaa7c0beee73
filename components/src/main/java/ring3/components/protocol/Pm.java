package ring3.components.protocol;

import ring3.syslib.Message;

/// Requests to the process manager (minix: include/minix/callnr.h). The answer is a `Result` unless
/// said otherwise.
public sealed interface Pm extends Message {
    /// [PmWait4] option: do not wait; the pid is 0 when no child has ended.
    int WNOHANG = 1;

    /// Disposition: what the signal does by default.
    int SIG_DFL = 0;

    /// Disposition: nothing.
    int SIG_IGN = 1;

    /// Bytes of a name in an entry that [PmProcs] stores, padded with zero bytes.
    int PROC_NAME_BYTES = 16;

    /// Bytes of an entry that [PmProcs] stores: five 32-bit numbers and a name.
    int PROC_BYTES = 20 + PROC_NAME_BYTES;

    /// The nice value of the most urgent process.
    int NICE_MIN = -20;

    /// The nice value of the least urgent process.
    int NICE_MAX = 20;

    int RUNNING = 1;
    int WAITING = 2;
    int ZOMBIE = 3;
    int SERVICE = 4;

    /// Ends the caller; never answered.
    record PmExit(int status) implements Pm {
        @Override
        public int type() {
            return 0x01;
        }
    }

    /// Makes a copy of the caller; the result is the child's pid in the parent and 0 in the child.
    record PmFork() implements Pm {
        @Override
        public int type() {
            return 0x02;
        }
    }

    /// Waits for a child (-1 for any) to end; answered by [PmReply.PmWaited]. [#WNOHANG].
    record PmWait4(int pid, int options) implements Pm {
        @Override
        public int type() {
            return 0x03;
        }
    }

    /// Answered by [PmReply.PmPids].
    record PmGetpid() implements Pm {
        @Override
        public int type() {
            return 0x04;
        }
    }

    /// Sends a signal: to a process, to our own group (0), to all (-1) or to a group (negative).
    record PmKill(int pid, int signal) implements Pm {
        @Override
        public int type() {
            return 0x0B;
        }
    }

    /// Runs another program in the caller; answered only when that fails. The frame holds the
    /// arguments, see [ExecFrame].
    record PmExec(int path, int pathLength, int frame, int frameBytes) implements Pm {
        @Override
        public int type() {
            return 0x0E;
        }
    }

    /// Starts a session and process group of our own; the result is its id.
    record PmSetsid() implements Pm {
        @Override
        public int type() {
            return 0x0F;
        }
    }

    /// The result is our process group.
    record PmGetpgrp() implements Pm {
        @Override
        public int type() {
            return 0x10;
        }
    }

    /// The result is the nice value of a process (0: the caller) counted from [#NICE_MIN], so that
    /// it is never negative.
    record PmGetpriority(int pid) implements Pm {
        @Override
        public int type() {
            return 0x1A;
        }
    }

    /// Gives a process (0: the caller) a nice value from [#NICE_MIN] to [#NICE_MAX].
    record PmSetpriority(int pid, int nice) implements Pm {
        @Override
        public int type() {
            return 0x1B;
        }
    }

    /// Moves a process (0: the caller) into a group (0: one of its own).
    record PmSetpgid(int pid, int group) implements Pm {
        @Override
        public int type() {
            return 0x34;
        }
    }

    /// [#SIG_DFL] or [#SIG_IGN]; the result is the former one.
    record PmSigaction(int signal, int disposition) implements Pm {
        @Override
        public int type() {
            return 0x14;
        }
    }

    /// Answered by [PmReply.PmTime].
    record PmGettime() implements Pm {
        @Override
        public int type() {
            return 0x22;
        }
    }

    /// Stops the machine; `how` is that of SYS_ABORT. Everything is written back first.
    record PmReboot(int how, int status) implements Pm {
        @Override
        public int type() {
            return 0x25;
        }
    }

    /// From RS alone: as fork, for the service with that label; answered by [PmReply.PmChild]. The
    /// child waits for privileges and an executable.
    record PmSrvFork(int label, int labelLength) implements Pm {
        @Override
        public int type() {
            return 0x29;
        }
    }

    /// From RS alone: ends a service.
    record PmSrvKill(int pid, int signal) implements Pm {
        @Override
        public int type() {
            return 0x2A;
        }
    }

    /// Stores the process table of PM at `address`, [#PROC_BYTES] each: pid, parent's pid, process
    /// group, endpoint, state (one of `RUNNING`, `WAITING`, `ZOMBIE`, `SERVICE`), name of its
    /// program; the result is the count of bytes.
    record PmProcs(int address, int bytes) implements Pm {
        @Override
        public int type() {
            return 0x2F;
        }
    }

    /// Hands [Sched.SchedulingSetPolicy] on to the scheduling server, which user processes cannot
    /// reach, and its answer back. Ring3's own.
    record PmSetpolicy(int policy) implements Pm {
        @Override
        public int type() {
            return 0x31;
        }
    }
}

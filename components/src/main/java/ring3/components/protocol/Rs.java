package ring3.components.protocol;

import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// Requests to the reincarnation server, and its requests to services (minix: include/minix/com.h).
/// Where MINIX has one structure for everything that starts a service, each way to start one has
/// its own message here.
public sealed interface Rs extends Message {
    /// The longest executable that RS takes, 1 MiB.
    int IMAGE_MAX = 1 << 20;

    /// Initialisation of a service that starts for the first time.
    int FRESH = 0;

    /// Initialisation of the next incarnation of a service that died.
    int RESTART = 2;

    /// Starts the service whose entry in the table has the name `command`, under a label.
    record RsUp(int command, int commandLength, int label, int labelLength, int flags)
            implements Rs {
        @Override
        public int type() {
            return 0x700;
        }
    }

    /// Ends a service for good.
    record RsDown(int label, int labelLength) implements Rs {
        @Override
        public int type() {
            return 0x701;
        }
    }

    /// Restarts a service that works.
    record RsRefresh(int label, int labelLength) implements Rs {
        @Override
        public int type() {
            return 0x702;
        }
    }

    /// Starts the next incarnation of a dead service now that would otherwise wait for its turn.
    /// ESRCH for an unknown one, EBUSY for one that lives.
    record RsRestart(int label, int labelLength) implements Rs {
        @Override
        public int type() {
            return 0x703;
        }
    }

    /// Puts another program in the place of a service that runs. With `setupBytes` of 0 the service
    /// keeps what it may do; else a [ServiceSetup] says what its next incarnation may. Answered
    /// when the new program works, or does not: then the old one goes on. ESRCH, EPERM for a core
    /// service, EBUSY for one that does not run, EINTR when the old one was not ready in time; the
    /// rest as for [RsStart].
    record RsUpdate(
            int label, int labelLength, int image, int imageBytes, int setup, int setupBytes)
            implements Rs {
        @Override
        public int type() {
            return 0x705;
        }
    }

    /// The result is the endpoint of a service, or ESRCH.
    record RsLookup(int label, int labelLength) implements Rs {
        @Override
        public int type() {
            return 0x708;
        }
    }

    /// RS to a service: initialise; kind is [#FRESH] or [#RESTART]. Incarnation counts from 1.
    record RsInit(int kind, int incarnation) implements Rs {
        @Override
        public int type() {
            return 0x714;
        }
    }

    /// The service's answer, by SENDREC; RS answers it with a `Result`.
    record RsInitDone(int result) implements Rs {
        @Override
        public boolean isAnswer() {
            return true;
        }

        @Override
        public int type() {
            return 0x715;
        }
    }

    /// Stores one line of text a service: `label endpoint pid incarnation state\n`; the result is
    /// the count of bytes.
    record RsServices(int address, int bytes) implements Rs {
        @Override
        public int type() {
            return 0x719;
        }
    }

    /// Starts a service from an executable, with the privileges that a [ServiceSetup] describes.
    /// The result is the major number that it drives, or 0.
    ///
    /// MINIX names the file, and RS reads it. Here the caller hands over what it has read: RS must
    /// never wait for VFS, which may be waiting for the very driver that RS has to replace.
    ///
    /// Errors: EINVAL for a setup that is not sound, E2BIG for an executable over [#IMAGE_MAX],
    /// EEXIST for a label in use, EBUSY for a major number in use, ENOEXEC, ENOMEM, EFAULT; what
    /// the service itself answers when it cannot work.
    record RsStart(int image, int imageBytes, int setup, int setupBytes) implements Rs {
        @Override
        public int type() {
            return 0x71A;
        }
    }

    /// RS to a service: come to rest and hand over your state. RS may ask again, so it is answered
    /// once the service is ready (minix: RS_LU_PREPARE).
    record RsLuPrepare() implements Rs {
        @Override
        public int type() {
            return 0x71B;
        }
    }

    /// The service's answer, by SENDREC: its state is in the grant, which is for its own endpoint,
    /// because there its successor will be. ENOSYS from one that cannot hand over its state. RS
    /// answers only when the service has to go on.
    record RsLuReady(int status, int grant, int bytes) implements Rs {
        @Override
        public boolean isAnswer() {
            return true;
        }

        @Override
        public int type() {
            return 0x71C;
        }
    }

    /// RS to a service, in place of [RsInit]: go on where your predecessor stopped, who is found at
    /// `former` now and has granted its state (minix: RS_INIT of type LU).
    record RsInitLu(int incarnation, Endpoint former, int grant, int bytes) implements Rs {
        @Override
        public int type() {
            return 0x71D;
        }
    }
}

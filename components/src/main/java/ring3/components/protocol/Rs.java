package ring3.components.protocol;

import ring3.syslib.Message;

/// Requests to the reincarnation server, and its requests to services (minix: include/minix/com.h).
public sealed interface Rs extends Message {
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
}

package ring3.components.lib;

import ring3.components.protocol.Rs.RsInit;
import ring3.components.protocol.Rs.RsInitDone;
import ring3.syslib.Endpoint;
import ring3.syslib.Received;
import ring3.syslib.Syslib;

/// The framework that every service runs on (minix: lib/libsys/sef.c). It speaks with the
/// reincarnation server, so that a service sees only the messages that are its own.
///
/// A heartbeat is answered inside [#receive()] and nowhere else. That is the point of it: a service
/// that loops for ever or waits for a partner for ever never comes here, and is found out.
public final class Sef {
    /// Prepares a service for its work.
    @FunctionalInterface
    public interface Init {
        /// Returns OK, or the negative error number for which the service cannot work.
        ///
        /// @param kind [ring3.components.protocol.Rs#FRESH] or
        ///   [ring3.components.protocol.Rs#RESTART]
        /// @param incarnation counts from 1
        int init(int kind, int incarnation);
    }

    private final Syslib sys;
    private final Init init;
    private boolean initialised;

    /// A service that does `init` when the reincarnation server tells it to.
    public Sef(Syslib sys, Init init) {
        this.sys = sys;
        this.init = init;
    }

    /// The next message for the service. The first call waits for the order to initialise and obeys
    /// it; other messages wait meanwhile.
    public Received receive() {
        while (!initialised) {
            initialise(sys.receive(Endpoint.RS));
        }
        Received in = sys.receive();
        while (in.isNotifyFrom(Endpoint.RS)) {
            answerHeartbeat();
            in = sys.receive();
        }
        return in;
    }

    private void initialise(Received in) {
        if (in.message() instanceof RsInit(int kind, int incarnation)) {
            int result = init.init(kind, incarnation);
            sys.call(Endpoint.RS, new RsInitDone(result));
            if (result < 0) {
                sys.panic("initialisation failed: " + result);
            }
            initialised = true;
        } else if (in.isNotifyFrom(Endpoint.RS)) {
            answerHeartbeat();
        }
    }

    private void answerHeartbeat() {
        sys.notify(Endpoint.RS);
    }
}

package ring3.components.lib;

import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Rs.RsInit;
import ring3.components.protocol.Rs.RsInitDone;
import ring3.components.protocol.Rs.RsInitLu;
import ring3.components.protocol.Rs.RsLuPrepare;
import ring3.components.protocol.Rs.RsLuReady;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.Received;
import ring3.syslib.Syslib;

/// The framework that every service runs on (minix: lib/libsys/sef.c). It speaks with the
/// reincarnation server, so that a service sees only the messages that are its own.
///
/// A heartbeat is answered inside [#receive()] and nowhere else. That is the point of it: a service
/// that loops for ever or waits for a partner for ever never comes here, and is found out. For the
/// same reason this is the place where a service can be replaced by another program.
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
    private final @Nullable Handover handover;
    private boolean initialised;

    /// RS waits until we can be replaced.
    private boolean updateDue;

    /// A service that does `init` when the reincarnation server tells it to. It is restarted when
    /// its program is to be replaced.
    public Sef(Syslib sys, Init init) {
        this(sys, init, null);
    }

    /// A service that can also be replaced while it runs.
    public Sef(Syslib sys, Init init, @Nullable Handover handover) {
        this.sys = sys;
        this.init = init;
        this.handover = handover;
    }

    /// The next message for the service. The first call waits for the order to initialise and obeys
    /// it; other messages wait meanwhile.
    public Received receive() {
        while (!initialised) {
            initialise(sys.receive(Endpoint.RS));
        }
        standAside();
        Received in = sys.receive();
        while (isForUs(in)) {
            standAside();
            in = sys.receive();
        }
        return in;
    }

    private boolean isForUs(Received in) {
        if (in.isNotifyFrom(Endpoint.RS)) {
            answerHeartbeat();
            return true;
        }
        boolean prepare = in.message() instanceof RsLuPrepare && in.source().equals(Endpoint.RS);
        updateDue |= prepare;
        return prepare;
    }

    private void initialise(Received in) {
        if (in.message() instanceof RsInit(int kind, int incarnation)) {
            initialised(init.init(kind, incarnation));
        } else if (in.message() instanceof RsInitLu order) {
            initialised(
                    handover == null
                            ? Errno.ENOSYS.status()
                            : handover.restore(order.former(), order.grant(), order.bytes()));
        } else if (in.isNotifyFrom(Endpoint.RS)) {
            answerHeartbeat();
        }
    }

    private void initialised(int result) {
        sys.call(Endpoint.RS, new RsInitDone(result));
        if (result < 0) {
            sys.panic("initialisation failed: " + result);
        }
        initialised = true;
    }

    private void answerHeartbeat() {
        sys.notify(Endpoint.RS);
    }

    /// Lets RS replace us, if it wants to and we are ready. This never returns when that succeeds.
    private void standAside() {
        if (!updateDue) {
            return;
        }
        if (handover == null) {
            updateDue = false;
            sys.call(Endpoint.RS, new RsLuReady(Errno.ENOSYS.status(), GrantTable.INVALID, 0));
        } else if (handover.isQuiet() && sys.allTaken()) {
            updateDue = false;
            handOver(handover);
        }
    }

    /// What we sent without waiting has arrived: under our endpoint nobody would find it any more.
    private void handOver(Handover to) {
        Handover.State state = to.save();
        int grant =
                sys.grants().direct(sys.self(), state.address(), state.bytes(), GrantTable.READ);
        sys.call(Endpoint.RS, new RsLuReady(Errno.OK.status(), grant, state.bytes()));
        sys.grants().revoke(grant);
    }
}

package ring3.components.servers.rs;

import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;

/// A service that RS looks after, through all its incarnations.
final class Service {
    /// Where it is in its life.
    enum State {
        /// It was told to initialise.
        STARTING,
        RUNNING,
        /// It is dead, and its next incarnation has to wait.
        WAITING
    }

    final ServiceConfig config;
    final String label;

    /// Where its label lies in our memory, for as long as RS lives: others may read it late.
    final int labelAddress;

    final Heartbeat heartbeat = new Heartbeat();
    Endpoint endpoint = Endpoint.NONE;
    int pid;

    /// Which process of this label it is, from 1.
    int incarnation = 1;

    /// How often it died of itself.
    int deaths;

    State state = State.STARTING;

    /// Seconds until the next incarnation starts, in state WAITING.
    int backoffSeconds;

    /// Why RS itself has sentenced it to death.
    @Nullable String sentence;

    /// Who waits until it has started.
    Endpoint requester = Endpoint.NONE;

    Service(ServiceConfig config, String label, int labelAddress) {
        this.config = config;
        this.label = label;
        this.labelAddress = labelAddress;
    }

    boolean isCore() {
        return config.restart() == RestartPolicy.CORE;
    }

    /// Whether somebody asked for it and has not seen it work yet.
    boolean isFirstStart() {
        return incarnation == 1 && !requester.equals(Endpoint.NONE);
    }

    boolean isAlive() {
        return state != State.WAITING;
    }
}

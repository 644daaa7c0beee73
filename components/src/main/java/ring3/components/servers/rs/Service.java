package ring3.components.servers.rs;

import org.jspecify.annotations.Nullable;
import ring3.components.servers.rs.Images.Image;
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

    final String label;

    /// Where its label lies in our memory, for as long as RS lives: others may read it late.
    final int labelAddress;

    /// What it is and may do; a live update can change that.
    ServiceConfig config;

    /// The copy of its executable, from which its next incarnation starts.
    @Nullable Image image;

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

    /// The live update under way, or null.
    @Nullable Update update;

    Service(ServiceConfig config, String label, int labelAddress, @Nullable Image image) {
        this.config = config;
        this.label = label;
        this.labelAddress = labelAddress;
        this.image = image;
    }

    /// It was told to initialise.
    void startInitialising(long now) {
        state = State.STARTING;
        heartbeat.startInitialising(now);
    }

    /// It works.
    void startWorking(long now) {
        state = State.RUNNING;
        heartbeat.startWorking(now, config.heartbeatTicks());
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

package ring3.components.servers.rs;

import ring3.components.servers.rs.Images.Image;
import ring3.components.servers.rs.Incarnations.Incarnation;
import ring3.syslib.Endpoint;

/// A live update under way: what the service is to become, and who asked for it.
final class Update {
    /// How often the service is asked to prepare, once a second, before it is left alone.
    private static final int TIMES_ASKED = 3;

    /// There is no second process yet.
    static final Incarnation NOBODY = new Incarnation(Endpoint.NONE, 0, 0);

    final Endpoint requester;
    final ServiceConfig config;
    final Image image;

    /// The process that is not at the service's endpoint: once the two have been swapped, the one
    /// with the old program.
    Incarnation spare = NOBODY;

    private int asked;

    Update(Endpoint requester, ServiceConfig config, Image image) {
        this.requester = requester;
        this.config = config;
        this.image = image;
    }

    /// Whether the new program is where the old one was.
    boolean isSwapped() {
        return !spare.endpoint().equals(Endpoint.NONE);
    }

    /// The service is asked once more; false when it has been asked often enough.
    boolean askAgain() {
        return asked++ < TIMES_ASKED;
    }
}

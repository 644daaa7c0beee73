package ring3.app.session;

import ring3.hardware.VirtualClock;

/// Somebody who acts on a session at moments of virtual time that depend on nothing but the
/// session: so what he does is the same whether it runs freely, in steps or at a slow speed.
public interface Script {
    /// Nobody acts.
    Script NONE =
            new Script() {
                @Override
                public long dueNanos() {
                    return VirtualClock.NEVER;
                }

                @Override
                public boolean act(Session session) {
                    return false;
                }
            };

    /// The virtual time of the next act.
    long dueNanos();

    /// Acts, at the first moment behind [#dueNanos()] at which the machine rests, and says whether
    /// whoever runs the session should look at it now.
    boolean act(Session session);
}

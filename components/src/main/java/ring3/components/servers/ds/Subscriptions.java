package ring3.components.servers.ds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Errno;

/// Who wants to hear of which keys. A subscriber is only nudged; it fetches the changes when it has
/// time, so a slow one holds up nobody, and of two changes of one key it sees the last.
final class Subscriptions {
    /// A key that was published or deleted.
    record Change(Entry entry, boolean published) {}

    /// Changes that one subscriber has not fetched; the oldest is dropped when there are more.
    private static final int PENDING_MAX = 128;

    private record Subscription(NamePattern pattern, Map<Key, Change> pending) {
        boolean add(Change change) {
            Key key = change.entry().key();
            if (!pattern.matches(key.name())) {
                return false;
            }
            pending.remove(key);
            if (pending.size() >= PENDING_MAX) {
                pending.remove(pending.keySet().iterator().next());
            }
            pending.put(key, change);
            return true;
        }
    }

    private final Map<String, Subscription> byOwner = new LinkedHashMap<>();
    private final Consumer<String> nudge;

    /// Subscriptions whose owners are told by `nudge` that something waits for them.
    Subscriptions(Consumer<String> nudge) {
        this.nudge = nudge;
    }

    /// Subscribes `owner`; `present` is what it is told of at once.
    Errno subscribe(String owner, String regex, boolean overwrite, List<Entry> present) {
        if (byOwner.containsKey(owner) && !overwrite) {
            return Errno.EEXIST;
        }
        NamePattern pattern = NamePattern.compile(regex);
        if (pattern == null) {
            return Errno.EINVAL;
        }
        Subscription subscription = new Subscription(pattern, new LinkedHashMap<>());
        byOwner.put(owner, subscription);
        present.forEach(entry -> subscription.add(new Change(entry, true)));
        if (!subscription.pending().isEmpty()) {
            nudge.accept(owner);
        }
        return Errno.OK;
    }

    void changed(Entry entry, boolean published) {
        byOwner.forEach((owner, subscription) -> {
            if (subscription.add(new Change(entry, published))) {
                nudge.accept(owner);
            }
        });
    }

    boolean has(String owner) {
        return byOwner.containsKey(owner);
    }

    /// The oldest change that waits for `owner`, or null; [#fetched] takes it away.
    @Nullable Change next(String owner) {
        Subscription subscription = byOwner.get(owner);
        if (subscription == null || subscription.pending().isEmpty()) {
            return null;
        }
        return subscription.pending().values().iterator().next();
    }

    void fetched(String owner, Change change) {
        Subscription subscription = byOwner.get(owner);
        if (subscription != null) {
            subscription.pending().remove(change.entry().key());
        }
    }

    void forget(String owner) {
        byOwner.remove(owner);
    }
}

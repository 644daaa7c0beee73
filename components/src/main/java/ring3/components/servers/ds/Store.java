package ring3.components.servers.ds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Ds;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;

/// The keys and their values (minix: servers/ds/store.c). Only the reincarnation server publishes
/// labels, so a label is as good as its word: nobody can pass himself off as the disk driver.
final class Store {
    private static final int KEYS_MAX = 128;
    private static final String RS_LABEL = "rs";

    private final Map<Key, Entry> entries = new LinkedHashMap<>();
    private final Subscriptions subscriptions;

    Store(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /// Everything that is published.
    List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    @Nullable Entry find(Key key) {
        return entries.get(key);
    }

    /// The label of a process, or null when it has none. RS has its label before it is published.
    @Nullable String labelOf(Endpoint process) {
        if (process.equals(Endpoint.RS)) {
            return RS_LABEL;
        }
        for (Entry entry : entries.values()) {
            if (entry.key().type() == Ds.LABEL && entry.value() == process.value()) {
                return entry.key().name();
            }
        }
        return null;
    }

    /// The process that has a label now, or null.
    @Nullable Endpoint endpointOf(String label) {
        Entry entry = entries.get(new Key(Ds.LABEL, label));
        return entry == null ? null : new Endpoint(entry.value());
    }

    Errno publish(String owner, Key key, int value, boolean overwrite) {
        Entry former = entries.get(key);
        if (key.type() == Ds.LABEL && !owner.equals(RS_LABEL)) {
            return Errno.EPERM;
        }
        if (former != null && !overwrite) {
            return Errno.EEXIST;
        }
        if (former != null && !former.owner().equals(owner)) {
            return Errno.EPERM;
        }
        if (former == null && entries.size() >= KEYS_MAX) {
            return Errno.ENOMEM;
        }
        Entry entry = new Entry(key, value, owner);
        entries.put(key, entry);
        subscriptions.changed(entry, true);
        return Errno.OK;
    }

    /// Deletes a key of `owner`. With a label goes everything that its bearer published: what a
    /// dead driver said about itself is no longer true.
    Errno delete(String owner, Key key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Errno.ENOENT;
        }
        if (!entry.owner().equals(owner)) {
            return Errno.EPERM;
        }
        remove(entry);
        if (key.type() == Ds.LABEL) {
            entries().stream()
                    .filter(other -> other.owner().equals(key.name()))
                    .forEach(this::remove);
            subscriptions.forget(key.name());
        }
        return Errno.OK;
    }

    private void remove(Entry entry) {
        entries.remove(entry.key());
        subscriptions.changed(entry, false);
    }
}

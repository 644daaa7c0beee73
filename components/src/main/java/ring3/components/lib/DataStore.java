package ring3.components.lib;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Ds;
import ring3.components.protocol.Ds.DsCheck;
import ring3.components.protocol.Ds.DsDelete;
import ring3.components.protocol.Ds.DsPublish;
import ring3.components.protocol.Ds.DsRetrieve;
import ring3.components.protocol.Ds.DsRetrieveLabel;
import ring3.components.protocol.Ds.DsSubscribe;
import ring3.components.protocol.DsReply.DsChange;
import ring3.components.protocol.DsReply.DsValue;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// A client of the data store, in which services find each other by name (minix: lib/libsys/ds.c).
/// Methods that return an `int` return zero or more, or a negative error number.
public final class DataStore {
    /// The value under which a driver tells that it is ready.
    public static final int DRIVER_UP = 1;

    /// A key that was published or deleted.
    ///
    /// @param published false when it was deleted
    /// @param type [Ds#U32] or [Ds#LABEL]
    /// @param value what it holds, or held last
    public record Change(String key, boolean published, int type, int value) {}

    /// A request that refers to the key by a grant.
    private interface Request {
        Message of(int grant, int length);
    }

    private final Syslib sys;
    private final int buffer;

    /// Takes a small buffer of the process's memory.
    public DataStore(Syslib sys) {
        this.sys = sys;
        this.buffer = sys.allocate(Ds.KEY_MAX);
    }

    /// Publishes a number; a former one under the same key is replaced.
    public int publish(String key, int value) {
        return put(key, Ds.U32, value);
    }

    /// Publishes the endpoint of a service under its label; the data store takes that from the
    /// reincarnation server alone.
    public int publishLabel(String label, Endpoint endpoint) {
        return put(label, Ds.LABEL, endpoint.value());
    }

    private int put(String key, int type, int value) {
        int flags = type | Ds.OVERWRITE;
        return withKey(key, (grant, length) -> new DsPublish(grant, length, flags, value)).type();
    }

    /// Deletes a number of ours.
    public int delete(String key) {
        return withKey(key, (grant, length) -> new DsDelete(grant, length, Ds.U32)).type();
    }

    /// Deletes a label, and with it all that its owner has published.
    public int deleteLabel(String label) {
        return withKey(label, (grant, length) -> new DsDelete(grant, length, Ds.LABEL)).type();
    }

    /// The number under `key`, or null when there is none.
    public @Nullable Integer retrieve(String key) {
        return get(key, Ds.U32);
    }

    /// The process that has this label now, or null when there is none.
    public @Nullable Endpoint retrieveLabel(String label) {
        Integer value = get(label, Ds.LABEL);
        return value == null ? null : new Endpoint(value);
    }

    private @Nullable Integer get(String key, int type) {
        Message reply = withKey(key, (grant, length) -> new DsRetrieve(grant, length, type));
        return reply instanceof DsValue(int value) ? value : null;
    }

    /// The label of a service, or null for a process that has none.
    public @Nullable String labelOf(Endpoint owner) {
        int grant = sys.grants().direct(Endpoint.DS, buffer, Ds.KEY_MAX, GrantTable.WRITE);
        int length = sys.call(Endpoint.DS, new DsRetrieveLabel(owner, grant, Ds.KEY_MAX));
        sys.grants().revoke(grant);
        return length < 0 ? null : text(length);
    }

    /// Asks for a notification from DS whenever a key that matches the regular expression is
    /// published or deleted, those that are there already included. Then call [#check()] until it
    /// returns null.
    public int subscribe(String pattern) {
        int flags = Ds.OVERWRITE | Ds.INITIAL;
        return withKey(pattern, (grant, length) -> new DsSubscribe(grant, length, flags)).type();
    }

    /// The next change that matches our subscription, or null when there is no more.
    public @Nullable Change check() {
        int grant = sys.grants().direct(Endpoint.DS, buffer, Ds.KEY_MAX, GrantTable.WRITE);
        Message reply = sys.sendrec(Endpoint.DS, new DsCheck(grant, Ds.KEY_MAX));
        sys.grants().revoke(grant);
        if (!(reply instanceof DsChange change)) {
            return null;
        }
        int flags = change.flags();
        boolean published = (flags & Ds.PUBLISHED) != 0;
        return new Change(
                text(change.keyLength()), published, flags & ~Ds.PUBLISHED, change.value());
    }

    private Message withKey(String key, Request request) {
        byte[] bytes = key.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > Ds.KEY_MAX) {
            return Result.of(Errno.EINVAL);
        }
        sys.memory().put(buffer, bytes, 0, bytes.length);
        int grant = sys.grants().direct(Endpoint.DS, buffer, bytes.length, GrantTable.READ);
        Message reply = sys.sendrec(Endpoint.DS, request.of(grant, bytes.length));
        sys.grants().revoke(grant);
        return reply;
    }

    private String text(int length) {
        byte[] bytes = new byte[length];
        sys.memory().get(buffer, bytes, 0, length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

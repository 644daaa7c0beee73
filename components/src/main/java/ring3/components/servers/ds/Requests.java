package ring3.components.servers.ds;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
import ring3.components.servers.ds.Subscriptions.Change;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// What clients ask of the data store. Keys come and go through grants on their memory.
final class Requests {
    private static final int TYPES = Ds.U32 | Ds.LABEL;

    private final Syslib sys;
    private final int buffer;
    private final Subscriptions subscriptions = new Subscriptions(this::nudge);
    private final Store store = new Store(subscriptions);

    Requests(Syslib sys) {
        this.sys = sys;
        this.buffer = sys.allocate(Ds.KEY_MAX);
    }

    /// The answer to a request of `caller`.
    Message answer(Endpoint caller, Message message) {
        return switch (message) {
            case DsPublish request -> Result.of(publish(caller, request));
            case DsRetrieve request -> retrieve(caller, request);
            case DsSubscribe request -> Result.of(subscribe(caller, request));
            case DsCheck request -> check(caller, request);
            case DsDelete request -> Result.of(delete(caller, request));
            case DsRetrieveLabel request -> retrieveLabel(caller, request);
            default -> Result.of(Errno.ENOSYS);
        };
    }

    private Errno publish(Endpoint caller, DsPublish request) {
        Key key = key(caller, request.keyGrant(), request.keyLength(), request.flags());
        String owner = store.labelOf(caller);
        if (key == null) {
            return Errno.EINVAL;
        }
        if (owner == null) {
            return Errno.EPERM;
        }
        boolean overwrite = (request.flags() & Ds.OVERWRITE) != 0;
        return store.publish(owner, key, request.value(), overwrite);
    }

    private Message retrieve(Endpoint caller, DsRetrieve request) {
        Key key = key(caller, request.keyGrant(), request.keyLength(), request.flags());
        if (key == null) {
            return Result.of(Errno.EINVAL);
        }
        Entry entry = store.find(key);
        return entry == null ? Result.of(Errno.ENOENT) : new DsValue(entry.value());
    }

    private Errno subscribe(Endpoint caller, DsSubscribe request) {
        String pattern = text(caller, request.patternGrant(), request.patternLength());
        String owner = store.labelOf(caller);
        if (pattern == null) {
            return Errno.EINVAL;
        }
        if (owner == null) {
            return Errno.EPERM;
        }
        boolean overwrite = (request.flags() & Ds.OVERWRITE) != 0;
        boolean initial = (request.flags() & Ds.INITIAL) != 0;
        List<Entry> present = initial ? store.entries() : List.of();
        return subscriptions.subscribe(owner, pattern, overwrite, present);
    }

    private Message check(Endpoint caller, DsCheck request) {
        String owner = store.labelOf(caller);
        if (owner == null || !subscriptions.has(owner)) {
            return Result.of(Errno.ESRCH);
        }
        Change change = subscriptions.next(owner);
        if (change == null) {
            return Result.of(Errno.ENOENT);
        }
        Entry entry = change.entry();
        String name = entry.key().name();
        int copied = putText(caller, request.keyGrant(), request.keyLength(), name);
        if (copied < 0) {
            return new Result(copied);
        }
        subscriptions.fetched(owner, change);
        int flags = entry.key().type() | (change.published() ? Ds.PUBLISHED : 0);
        Endpoint publisher = store.endpointOf(entry.owner());
        return new DsChange(
                copied, flags, publisher == null ? Endpoint.NONE : publisher, entry.value());
    }

    private Errno delete(Endpoint caller, DsDelete request) {
        Key key = key(caller, request.keyGrant(), request.keyLength(), request.flags());
        String owner = store.labelOf(caller);
        if (key == null) {
            return Errno.EINVAL;
        }
        return owner == null ? Errno.EPERM : store.delete(owner, key);
    }

    private Message retrieveLabel(Endpoint caller, DsRetrieveLabel request) {
        String label = store.labelOf(request.owner());
        if (label == null) {
            return Result.of(Errno.ESRCH);
        }
        return new Result(putText(caller, request.keyGrant(), request.keyLength(), label));
    }

    private @Nullable Key key(Endpoint caller, int grant, int length, int flags) {
        int type = flags & TYPES;
        String name = type == Ds.U32 || type == Ds.LABEL ? text(caller, grant, length) : null;
        return name == null ? null : new Key(type, name);
    }

    /// The text that a caller has granted, or null when it is empty, too long or not accessible.
    private @Nullable String text(Endpoint caller, int grant, int length) {
        if (length < 1
                || length > Ds.KEY_MAX
                || sys.safeCopyFrom(caller, grant, 0, buffer, length) < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        sys.memory().get(buffer, bytes, 0, length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private int putText(Endpoint caller, int grant, int room, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > room) {
            return Errno.EINVAL.status();
        }
        sys.memory().put(buffer, bytes, 0, bytes.length);
        int status = sys.safeCopyTo(caller, grant, 0, buffer, bytes.length);
        return status < 0 ? status : bytes.length;
    }

    private void nudge(String label) {
        Endpoint subscriber = store.endpointOf(label);
        if (subscriber != null) {
            sys.notify(subscriber);
        }
    }
}

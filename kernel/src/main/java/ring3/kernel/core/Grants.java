package ring3.kernel.core;

import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent.GrantUsed;
import ring3.events.Rule;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;

/// Checks the use of grants. They lie in the granter's own memory; the kernel reads them there each
/// time one is used (minix: kernel/system/do_safecopy.c, verify_grant).
public final class Grants {
    /// How often a grant may be passed on.
    private static final int CHAIN_MAX = 5;

    /// Memory that a grant gave access to.
    public record Target(Proc owner, int address) {}

    private final ProcTable procs;
    private final Trace trace;

    /// The outcome of the last check that failed.
    private Errno error = Errno.OK;

    Grants(ProcTable procs, Trace trace) {
        this.procs = procs;
        this.trace = trace;
    }

    /// Why the last check failed.
    public Errno error() {
        return error;
    }

    /// The grants of `owner` are at `address` of its memory from now on.
    public void setTable(Proc owner, int address, int entries) {
        owner.priv.grantAddress = address;
        owner.priv.grantEntries = entries;
        owner.priv.grantEndpoint = owner.endpoint;
    }

    /// Tells that bytes moved through a grant.
    public void used(Endpoint granter, Proc grantee, int grant, int bytes, boolean write) {
        trace.publish(
                new GrantUsed(
                        trace.next(),
                        trace.nanos(),
                        granter,
                        grantee.endpoint,
                        grant,
                        bytes,
                        write));
    }

    /// The memory behind grant `id` of `granter`, when `grantee` may access `bytes` of it from
    /// `offset` on as `access` ([GrantTable#READ] or WRITE) says; null, and an event, when not.
    public @Nullable Target verify(
            Endpoint granter, Proc grantee, int id, int offset, int bytes, int access) {
        Endpoint holder = granter;
        Endpoint user = grantee.endpoint;
        int grant = id;
        for (int depth = 0; depth <= CHAIN_MAX; depth++) {
            Proc proc = procs.find(holder);
            if (proc == null || grant < 0) {
                return refuse(granter, grantee, id, Errno.EINVAL, Rule.GRANT_UNKNOWN);
            }
            Entry entry = entry(proc, grant);
            if (entry == null) {
                return refuse(granter, grantee, id, error, unknown());
            }
            if (!entry.isFor(user)) {
                return refuse(granter, grantee, id, Errno.EPERM, Rule.GRANT_GRANTEE);
            }
            if (!entry.has(GrantTable.INDIRECT)) {
                return target(granter, grantee, id, proc, entry, offset, bytes, access);
            }
            user = proc.endpoint;
            holder = entry.owner();
            grant = entry.start();
        }
        return refuse(granter, grantee, id, Errno.ELOOP, Rule.GRANT_CHAIN);
    }

    private Rule unknown() {
        return error == Errno.ENOTREADY ? Rule.GRANT_NOT_READY : Rule.GRANT_UNKNOWN;
    }

    /// An entry of a grant table, as it is in memory now.
    private record Entry(int flags, Endpoint grantee, Endpoint owner, int start, int length) {
        boolean has(int flag) {
            return (flags & flag) != 0;
        }

        boolean isFor(Endpoint user) {
            return grantee.equals(Endpoint.ANY) || grantee.equals(user);
        }
    }

    /// The valid entry of grant `id`; null when there is none, and [#error] says why.
    private @Nullable Entry entry(Proc proc, int id) {
        Priv priv = proc.priv;
        if (!priv.grantEndpoint.equals(proc.endpoint)) {
            error = priv.isSystem() ? Errno.ENOTREADY : Errno.EPERM;
            return null;
        }
        error = Errno.EPERM;
        int index = GrantTable.index(id);
        int address = priv.grantAddress + index * GrantTable.ENTRY_BYTES;
        if (index >= priv.grantEntries || !proc.memory.covers(address, GrantTable.ENTRY_BYTES)) {
            return null;
        }
        byte[] bytes = new byte[GrantTable.ENTRY_BYTES];
        proc.memory.read(address, bytes, 0, bytes.length);
        int flags = word(bytes, GrantTable.ENTRY_FLAGS);
        int live = GrantTable.USED | GrantTable.VALID;
        if ((flags & live) != live
                || word(bytes, GrantTable.ENTRY_SEQUENCE) != GrantTable.sequence(id)) {
            return null;
        }
        return new Entry(
                flags,
                new Endpoint(word(bytes, GrantTable.ENTRY_GRANTEE)),
                new Endpoint(word(bytes, GrantTable.ENTRY_OWNER)),
                word(bytes, GrantTable.ENTRY_START),
                word(bytes, GrantTable.ENTRY_LENGTH));
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xff
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | bytes[at + 3] << 24;
    }

    private @Nullable Target target(
            Endpoint granter,
            Proc grantee,
            int id,
            Proc maker,
            Entry entry,
            int offset,
            int bytes,
            int access) {
        if (!entry.has(access)) {
            return refuse(granter, grantee, id, Errno.EPERM, Rule.GRANT_ACCESS);
        }
        if (offset < 0 || bytes < 0 || offset > entry.length() - bytes) {
            return refuse(granter, grantee, id, Errno.EPERM, Rule.GRANT_RANGE);
        }
        Proc owner = maker;
        if (entry.has(GrantTable.MAGIC)) {
            if (!maker.endpoint.equals(Endpoint.VFS)) {
                return refuse(granter, grantee, id, Errno.EPERM, Rule.GRANT_MAGIC);
            }
            owner = procs.find(entry.owner());
        }
        int address = entry.start() + offset;
        if (owner == null || !owner.memory.covers(address, bytes)) {
            return refuse(granter, grantee, id, Errno.EFAULT, Rule.BAD_ADDRESS);
        }
        return new Target(owner, address);
    }

    private @Nullable Target refuse(
            Endpoint granter, Proc grantee, int id, Errno reason, Rule rule) {
        error = reason;
        trace.refuse(granter, grantee, id, reason, rule);
        return null;
    }
}

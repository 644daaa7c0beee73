package ring3.kernel.core;

import module ring3.events;

import ring3.events.KernelEvent.GrantUsed;

/// Checks the use of grants. They lie in the granter's own memory; the kernel reads them there each
/// time one is used (minix: kernel/system/do_safecopy.c, verify_grant).
public final class Grants {
    /// How often a grant may be passed on.
    private static final int CHAIN_MAX = 5;

    /// Memory that a grant gave access to.
    public record Target(Proc owner, int address) {}

    /// An entry of a grant table, as it is in memory now.
    private record Entry(int flags, Endpoint grantee, Endpoint owner, int start, int length) {
        boolean has(int bits) {
            return (flags & bits) == bits;
        }

        boolean isFor(Proc user) {
            return grantee.equals(Endpoint.ANY) || grantee.equals(user.endpoint);
        }
    }

    /// A refusal tells the observer about the grant, besides the call.
    private final class Check {
        private final Endpoint granter;
        private final Proc grantee;
        private final int grant;

        Check(Endpoint granter, Proc grantee, int grant) {
            this.granter = granter;
            this.grantee = grantee;
            this.grant = grant;
        }

        void unless(boolean condition, Errno error, Rule rule) {
            if (!condition && (!grantee.kernelMode || error != Errno.EPERM)) {
                core.trace.refuse(granter, grantee, grant, error, rule);
                throw new Refused(error, rule, true);
            }
        }
    }

    private final Core core;

    Grants(Core core) {
        this.core = core;
    }

    /// The grants of `owner` are at `address` of its memory from now on.
    public void setTable(Proc owner, int address, int entries) {
        owner.priv.grantAddress = address;
        owner.priv.grantEntries = entries;
        owner.priv.grantEndpoint = owner.endpoint;
    }

    /// Tells that bytes moved through a grant.
    public void used(Endpoint granter, Proc grantee, int grant, int bytes, boolean write) {
        core.trace.tell(
                (n, t) -> new GrantUsed(n, t, granter, grantee.endpoint, grant, bytes, write));
    }

    /// The memory behind grant `id` of `granter`, when `grantee` may access `bytes` of it from
    /// `offset` on as `access` ([GrantTable#READ] or WRITE) says.
    public Target verify(
            Endpoint granter, Proc grantee, int id, int offset, int bytes, int access) {
        Check check = new Check(granter, grantee, id);
        Endpoint holder = granter;
        Proc user = grantee;
        int grant = id;
        for (int depth = 0; depth <= CHAIN_MAX; depth++) {
            Proc proc = core.procs.find(holder);
            check.unless(proc != null && grant >= 0, Errno.EINVAL, Rule.GRANT_UNKNOWN);
            assert proc != null;
            Entry entry = entry(check, proc, grant);
            if (!entry.has(GrantTable.INDIRECT)) {
                check.unless(entry.has(access), Errno.EPERM, Rule.GRANT_ACCESS);
                check.unless(entry.isFor(user), Errno.EPERM, Rule.GRANT_GRANTEE);
                return target(check, proc, entry, offset, bytes);
            }
            check.unless(entry.isFor(user), Errno.EPERM, Rule.GRANT_GRANTEE);
            user = proc;
            holder = entry.owner();
            grant = entry.start();
        }
        check.unless(false, Errno.ELOOP, Rule.GRANT_CHAIN);
        throw new AssertionError("a chain that long was refused");
    }

    private Entry entry(Check check, Proc proc, int id) {
        Priv priv = proc.priv;
        boolean told = priv.grantEndpoint.equals(proc.endpoint);
        check.unless(told || !priv.isSystem(), Errno.ENOTREADY, Rule.GRANT_NOT_READY);
        int index = GrantTable.index(id);
        int address = priv.grantAddress + index * GrantTable.ENTRY_BYTES;
        AddressSpace memory = proc.memory;
        boolean exists =
                told
                        && index < priv.grantEntries
                        && memory.fault(address, GrantTable.ENTRY_BYTES, false)
                                == AddressSpace.NO_FAULT;
        check.unless(exists, Errno.EPERM, Rule.GRANT_UNKNOWN);
        Entry entry =
                new Entry(
                        word(memory, address + GrantTable.ENTRY_FLAGS),
                        new Endpoint(word(memory, address + GrantTable.ENTRY_GRANTEE)),
                        new Endpoint(word(memory, address + GrantTable.ENTRY_OWNER)),
                        word(memory, address + GrantTable.ENTRY_START),
                        word(memory, address + GrantTable.ENTRY_LENGTH));
        boolean live =
                entry.has(GrantTable.USED | GrantTable.VALID)
                        && word(memory, address + GrantTable.ENTRY_SEQUENCE)
                                == GrantTable.sequence(id);
        check.unless(live, Errno.EPERM, Rule.GRANT_UNKNOWN);
        return entry;
    }

    private static int word(AddressSpace memory, int address) {
        return (int) memory.load(address, 4);
    }

    private Target target(Check check, Proc maker, Entry entry, int offset, int bytes) {
        boolean inside = offset >= 0 && bytes >= 0 && offset <= entry.length() - bytes;
        check.unless(inside, Errno.EPERM, Rule.GRANT_RANGE);
        Proc owner = maker;
        if (entry.has(GrantTable.MAGIC)) {
            boolean mayMake = maker.endpoint.equals(Endpoint.VFS);
            check.unless(mayMake, Errno.EPERM, Rule.GRANT_MAGIC);
            owner = core.procs.find(entry.owner());
        }
        check.unless(owner != null, Errno.EFAULT, Rule.BAD_ADDRESS);
        assert owner != null;
        return new Target(owner, entry.start() + offset);
    }
}

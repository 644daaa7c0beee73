package ring3.syslib;

/// The grants that a process has made, in its own memory, where the kernel reads them when another
/// process uses one (minix: include/minix/safecopies.h, lib/libsys/safecopies.c). To take a grant
/// back is a write to that memory: the sequence number changes and the old id no longer fits.
public final class GrantTable {
    /// The grantee may read.
    public static final int READ = 0x000001;

    /// The grantee may write.
    public static final int WRITE = 0x000002;

    public static final int USED = 0x000100;
    public static final int DIRECT = 0x000200;
    public static final int INDIRECT = 0x000400;
    public static final int MAGIC = 0x000800;
    public static final int VALID = 0x001000;

    /// No grant.
    public static final int INVALID = -1;

    /// Bytes of an entry: flags, sequence number, grantee, owner of the memory or of the grant that
    /// is passed on, start address or grant id, length.
    public static final int ENTRY_BYTES = 32;

    public static final int ENTRY_FLAGS = 0;
    public static final int ENTRY_SEQUENCE = 4;
    public static final int ENTRY_GRANTEE = 8;
    public static final int ENTRY_OWNER = 12;
    public static final int ENTRY_START = 16;
    public static final int ENTRY_LENGTH = 20;

    private static final int INDEX_BITS = 20;
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;
    private static final int SEQUENCE_MASK = (1 << 11) - 1;

    private final Memory memory;
    private final int address;
    private final int entries;
    private int lastUsed;

    /// A table of `entries` at `address`, all free. SYS_SETGRANT is the caller's to do.
    public GrantTable(Memory memory, int address, int entries) {
        this.memory = memory;
        this.address = address;
        this.entries = entries;
    }

    /// The place of grant `id` in its table.
    public static int index(int id) {
        return id & INDEX_MASK;
    }

    /// The sequence number that grant `id` must find in its entry.
    public static int sequence(int id) {
        return id >>> INDEX_BITS;
    }

    /// Grants `grantee` access to own memory. Returns the id, or [#INVALID] when the table is full.
    public int direct(Endpoint grantee, int start, int length, int access) {
        return make(DIRECT | access, grantee, Endpoint.SELF, start, length);
    }

    /// Passes on to `grantee` the grant `id` that `granter` gave us.
    public int indirect(Endpoint grantee, Endpoint granter, int id) {
        return make(INDIRECT, grantee, granter, id, 0);
    }

    /// Grants `grantee` access to the memory of a third process; only few may make such a grant.
    public int magic(Endpoint grantee, Endpoint owner, int start, int length, int access) {
        return make(MAGIC | access, grantee, owner, start, length);
    }

    /// Takes the grant back: its id never works again.
    public void revoke(int id) {
        int entry = address + index(id) * ENTRY_BYTES;
        memory.putInt(entry + ENTRY_FLAGS, 0);
        int next = (memory.getInt(entry + ENTRY_SEQUENCE) + 1) & SEQUENCE_MASK;
        memory.putInt(entry + ENTRY_SEQUENCE, next);
    }

    private int make(int flags, Endpoint grantee, Endpoint owner, int start, int length) {
        for (int i = 1; i <= entries; i++) {
            int index = (lastUsed + i) % entries;
            int entry = address + index * ENTRY_BYTES;
            if (memory.getInt(entry + ENTRY_FLAGS) == 0) {
                lastUsed = index;
                memory.putInt(entry + ENTRY_GRANTEE, grantee.value());
                memory.putInt(entry + ENTRY_OWNER, owner.value());
                memory.putInt(entry + ENTRY_START, start);
                memory.putInt(entry + ENTRY_LENGTH, length);
                memory.putInt(entry + ENTRY_FLAGS, flags | USED | VALID);
                return memory.getInt(entry + ENTRY_SEQUENCE) << INDEX_BITS | index;
            }
        }
        return INVALID;
    }
}

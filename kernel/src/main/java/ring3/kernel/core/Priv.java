package ring3.kernel.core;

import module ring3.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A privilege structure: what its owner may do, and what waits for it. User processes share one;
/// every service has its own (minix: kernel/priv.h).
public final class Priv {
    public static final long NO_ALARM = Long.MAX_VALUE;
    private static final AsyncMessage[] NO_MESSAGES = {};

    /// Its number, which is also its bit in masks and its place in the order of notifications.
    public final int id;

    /// Whose it is; null when it is free. For the shared one, the last process that got it.
    public @Nullable Proc owner;

    /// What the owner was given.
    public Privilege rights = Privilege.USER;

    /// The send mask, which others change too: masks are kept symmetric.
    public long ipcTo;

    public long notifyPending;
    long asyncPending;
    int interruptsPending;
    public long signalsPending;
    AsyncMessage[] asyncTable = NO_MESSAGES;

    /// Ticks since boot at which the alarm goes off, or [#NO_ALARM].
    long alarmTicks = NO_ALARM;

    int grantAddress;
    int grantEntries;
    Endpoint grantEndpoint = Endpoint.NONE;

    /// What it wants to receive.
    public final Filters filters = new Filters();

    /// Where it keeps its state for a live update, as it told.
    public int stateAddress;

    public int stateBytes;

    /// It gets SIGKMESS whenever something is printed.
    public boolean wantsLog;

    Priv(int id) {
        this.id = id;
    }

    /// The bit of this structure in masks and maps.
    long bit() {
        return 1L << id;
    }

    /// Whether the owner may use `trap`.
    public boolean allows(Trap trap) {
        return (rights.traps() & trap.bit()) != 0;
    }

    /// Whether the owner may make `call`.
    public boolean allows(SysCall call) {
        return (rights.calls() & call.bit()) != 0;
    }

    /// Whether the owner may send to whoever has `other`.
    public boolean maySendTo(Priv other) {
        return (ipcTo & other.bit()) != 0;
    }

    /// Whether the owner is a service.
    public boolean isSystem() {
        return rights.has(Privilege.SYS_PROC);
    }

    /// Whether the owner may access `width` ports from `port` on.
    public boolean mayUsePort(int port, int width) {
        return !rights.has(Privilege.CHECK_IO_PORT) || covered(rights.ports(), port, width);
    }

    /// Whether the owner may hook interrupt `line`.
    public boolean mayUseIrq(int line) {
        return !rights.has(Privilege.CHECK_IRQ) || rights.irqs().contains(line);
    }

    /// Whether the owner may copy to or from these bytes of physical memory.
    public boolean mayUseMemory(int address, int bytes) {
        return !rights.has(Privilege.CHECK_MEM) || covered(rights.memory(), address, bytes);
    }

    private static boolean covered(List<Privilege.Range> ranges, int start, int width) {
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.get(i).covers(start, width)) {
                return true;
            }
        }
        return false;
    }

    /// Gives the structure to `proc`.
    void fill(Proc proc, Privilege given) {
        owner = proc;
        rights = given;
        proc.priv = this;
    }

    /// Exchanges what lies in the memory of the owners, who have changed places.
    void exchangeMemory(Priv other) {
        Priv kept = new Priv(id);
        kept.takeMemory(this);
        takeMemory(other);
        other.takeMemory(kept);
    }

    private void takeMemory(Priv from) {
        asyncTable = from.asyncTable;
        grantAddress = from.grantAddress;
        grantEntries = from.grantEntries;
        grantEndpoint = from.grantEntries == 0 || owner == null ? Endpoint.NONE : owner.endpoint;
        stateAddress = from.stateAddress;
        stateBytes = from.stateBytes;
    }
}

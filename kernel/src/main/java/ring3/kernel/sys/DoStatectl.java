package ring3.kernel.sys;

import module java.base;
import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Statectl;

/// SYS_STATECTL: a service tells about its own state and chooses what it receives (minix:
/// kernel/system/do_statectl.c).
final class DoStatectl {
    /// Elements that one filter may have.
    private static final int ELEMENTS_MAX = 32;

    static KernelReply call(Core core, Proc caller, Statectl request) {
        Check.system(caller);
        switch (request.request()) {
            case Statectl.CLEAR_IPC_REFS -> core.ipc.clearReferences(caller);
            case Statectl.SET_STATE_TABLE -> {
                core.copies.require(caller, caller, request.address(), request.bytes(), false);
                caller.priv.stateAddress = request.address();
                caller.priv.stateBytes = request.bytes();
            }
            case Statectl.ADD_BLACKLIST -> add(core, caller, request, false);
            case Statectl.ADD_WHITELIST -> add(core, caller, request, true);
            case Statectl.CLEAR_FILTERS -> caller.priv.filters.clear();
            default -> Check.that(false);
        }
        return Status.OK;
    }

    private static void add(Core core, Proc caller, Statectl request, boolean white) {
        int count = request.bytes() / Statectl.FILTER_BYTES;
        Check.that(
                request.bytes() == count * Statectl.FILTER_BYTES
                        && count > 0
                        && count <= ELEMENTS_MAX);
        core.copies.require(caller, caller, request.address(), request.bytes(), false);
        List<Filters.Element> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = request.address() + i * Statectl.FILTER_BYTES;
            elements.add(
                    new Filters.Element(
                            word(caller, at),
                            new Endpoint(word(caller, at + 4)),
                            word(caller, at + 8)));
        }
        boolean added = caller.priv.filters.add(white, elements);
        Refused.unless(added, Errno.ENOSPC, Rule.NO_ROOM);
    }

    private static int word(Proc caller, int address) {
        return (int) caller.memory.load(address, 4);
    }
}

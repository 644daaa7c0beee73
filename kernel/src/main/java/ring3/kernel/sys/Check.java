package ring3.kernel.sys;

import module ring3.events;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import ring3.kernel.core.*;

/// What many kernel calls check.
final class Check {
    /// The arguments make sense.
    static void that(boolean condition) {
        Refused.unless(condition, Errno.EINVAL, Rule.BAD_ARGUMENT);
    }

    /// The living process with that endpoint, which is no kernel task.
    static Proc process(Core core, Endpoint endpoint) {
        Proc proc = core.procs.find(endpoint);
        if (proc == null || proc.isTask()) {
            throw new Refused(Errno.EINVAL, Rule.DEAD_ENDPOINT);
        }
        return proc;
    }

    /// As [#process], where SELF is the caller.
    static Proc selfOrProcess(Core core, Proc caller, Endpoint endpoint) {
        return endpoint.equals(Endpoint.SELF) ? caller : process(core, endpoint);
    }

    /// As [#selfOrProcess], where NONE is physical memory that the caller may use, and then null.
    static @Nullable Proc memory(Core core, Proc caller, Endpoint owner, int address, int bytes) {
        if (!owner.equals(Endpoint.NONE)) {
            return selfOrProcess(core, caller, owner);
        }
        that(bytes >= 0);
        boolean may = caller.priv.mayUseMemory(address, bytes) || caller.kernelMode;
        Refused.unless(may, Errno.EPERM, Rule.MEMORY_RANGE);
        return null;
    }

    /// It is a system process.
    static void system(Proc proc) {
        Refused.unless(proc.priv.isSystem(), Errno.EPERM, Rule.SYSTEM_PROCESS);
    }

    /// The caller handles the signals of `target`.
    static void manages(Core core, Proc caller, Proc target) {
        boolean manages = core.signals.manager(target) == caller;
        Refused.unless(manages, Errno.EPERM, Rule.SIGNAL_MANAGER);
    }

    /// Text in the memory of the caller.
    static String text(Core core, Proc caller, int address, int bytes) {
        byte[] text = core.copies.read(caller, caller, address, bytes);
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}

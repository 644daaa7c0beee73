package ring3.kernel.core;

import ring3.syslib.AsyncMessage;
import ring3.syslib.Errno;

/// The traps as the kernel sees them, for tests that want more than the system library offers.
public final class RawTraps {
    private RawTraps() {}

    /// SENDA by `caller` with a table of its own. The system library has one table for all.
    public static Errno senda(Core core, Proc caller, AsyncMessage[] table) {
        return core.async.senda(caller, table);
    }
}

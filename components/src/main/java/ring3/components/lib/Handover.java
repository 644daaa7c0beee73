package ring3.components.lib;

import java.util.function.Consumer;
import java.util.function.Supplier;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// How a service lets another program go on where it stopped (minix: the callbacks sef_cb_lu_* of
/// lib/libsys/sef_liveupdate.c). The old program saves its state, the new one restores it and has
/// the endpoint of the old from its first instruction on, so clients notice nothing.
public interface Handover {
    /// State in the memory of the service.
    record State(int address, int bytes) {}

    /// Whether nothing is under way that only this program could finish: no request that waits for
    /// its answer, no order to the device.
    boolean isQuiet();

    /// The state as it is now, somewhere in memory. It must stay there: the service gets no message
    /// meanwhile, and goes on with it when the new program fails.
    State save();

    /// Takes over the state of a former program of the service, in place of the initialisation.
    /// Returns OK, or the negative error number for which it cannot be used.
    ///
    /// @param former whose memory it is in
    /// @param grant its access to `bytes` bytes, to read
    int restore(Endpoint former, int grant, int bytes);

    /// For a service that is never in the middle of anything while it receives, and whose state is
    /// a few bytes.
    ///
    /// @param save makes bytes from the state
    /// @param restore makes the state from such bytes
    static Handover ofBytes(Syslib sys, Supplier<byte[]> save, Consumer<byte[]> restore) {
        return new Handover() {
            @Override
            public boolean isQuiet() {
                return true;
            }

            @Override
            public State save() {
                byte[] bytes = save.get();
                int address = sys.allocate(bytes.length);
                sys.memory().put(address, bytes, 0, bytes.length);
                return new State(address, bytes.length);
            }

            @Override
            public int restore(Endpoint former, int grant, int length) {
                int address = sys.allocate(length);
                int status = sys.safeCopyFrom(former, grant, 0, address, length);
                if (status >= 0) {
                    byte[] bytes = new byte[length];
                    sys.memory().get(address, bytes, 0, length);
                    restore.accept(bytes);
                }
                return Math.min(status, Errno.OK.status());
            }
        };
    }
}

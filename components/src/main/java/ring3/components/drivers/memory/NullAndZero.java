package ring3.components.drivers.memory;

import ring3.components.lib.CharDriver;
import ring3.components.lib.CharDriver.Request;
import ring3.components.protocol.Devices;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// `/dev/null`, which is always at its end, and `/dev/zero`, which never is. Both take whatever is
/// written, and nobody looks at it.
final class NullAndZero implements CharDriver.Device {
    private static final int CHUNK_BYTES = 4096;

    private final Syslib sys;
    private final int zeros;

    NullAndZero(Syslib sys) {
        this.sys = sys;
        zeros = sys.allocate(CHUNK_BYTES);
    }

    @Override
    public int open(int minor) {
        boolean known = minor == Devices.NULL_MINOR || minor == Devices.ZERO_MINOR;
        return known ? 0 : Errno.ENXIO.status();
    }

    @Override
    public int read(Request request) {
        return request.minor() == Devices.ZERO_MINOR ? readZeros(request) : 0;
    }

    private int readZeros(Request request) {
        int done = 0;
        while (done < request.count()) {
            int bytes = Math.min(CHUNK_BYTES, request.count() - done);
            int status = sys.safeCopyTo(request.client(), request.grant(), done, zeros, bytes);
            if (status < 0) {
                return status;
            }
            done += bytes;
        }
        return done;
    }

    @Override
    public int write(Request request) {
        return request.count();
    }
}

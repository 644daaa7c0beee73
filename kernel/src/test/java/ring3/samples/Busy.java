package ring3.samples;

import ring3.syslib.Endpoint;
import ring3.syslib.KernelRequest.Memset;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// Never waits for anything.
public final class Busy implements Program {
    @Override
    public void run(Syslib sys) {
        int status = 0;
        while (status == 0) {
            status = sys.status(new Memset(Endpoint.SELF, 0x2000, 0x6000, 0));
        }
    }
}

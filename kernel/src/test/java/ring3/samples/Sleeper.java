package ring3.samples;

import ring3.syslib.Endpoint;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// Waits for a message that never comes.
public final class Sleeper implements Program {
    @Override
    public void run(Syslib sys) {
        sys.receive(Endpoint.IDLE);
    }
}

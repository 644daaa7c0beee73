package ring3.bench.programs;

import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// Never enters the kernel: only its fuel can take the processor from it.
public final class Endless implements Program {
    @Override
    public void run(Syslib sys) {
        while (true) {}
    }
}

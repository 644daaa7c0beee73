package ring3.bench.programs;

import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// A server that does the same work for whoever asks, and answers with what came out.
public abstract class Job implements Program {
    /// Does the work once. Returns a number that depends on all of it and is never negative.
    public abstract int work();

    @Override
    public final void run(Syslib sys) {
        while (true) {
            Received in = sys.receive();
            sys.reply(in.source(), new Result(work()));
        }
    }
}

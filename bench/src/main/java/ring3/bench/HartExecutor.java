package ring3.bench;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import ring3.hardware.Hart;

/// The threads of a benchmark are harts: on any other thread a machine would start one each time it
/// is told to run.
public final class HartExecutor extends ThreadPoolExecutor {
    /// Called by JMH, which finds it by the properties `jmh.executor` and `jmh.executor.class`.
    ///
    /// @param threads how many there are
    /// @param prefix what their names begin with
    public HartExecutor(int threads, String prefix) {
        super(
                threads,
                threads,
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                work -> new Hart(prefix, work));
    }
}

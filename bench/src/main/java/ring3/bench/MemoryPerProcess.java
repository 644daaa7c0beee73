package ring3.bench;

import java.lang.ref.Reference;
import java.util.List;
import java.util.stream.DoubleStream;
import ring3.kernel.Kernel;

/// What a process at rest needs of the host's memory besides its own pages: the difference between
/// a machine with many processes that all wait and one with few. The frames of the emulated memory
/// are all there in both before anything is compared, so they do not count.
final class MemoryPerProcess implements Measurement.Procedure {
    private static final int FEW = 10;
    private static final int MANY = 210;

    @Override
    public List<Figure> measure(String name, Effort effort) {
        double[] bytes =
                DoubleStream.generate(MemoryPerProcess::perProcess)
                        .limit(effort.iterations())
                        .toArray();
        return List.of(new Figure(name, Figure.BYTES, bytes));
    }

    private static double perProcess() {
        return (double) (machineBytes(MANY) - machineBytes(FEW)) / (MANY - FEW);
    }

    /// The memory that a machine with so many processes takes, in bytes, without its frames.
    private static long machineBytes(int processes) {
        long before = usedBytes();
        Machine machine = ScaleBenchmark.crowd(processes, 0);
        Kernel kernel = machine.boot(_ -> false);
        try {
            kernel.run(machine.settledNanos());
            long frameBytes = machine.touchMemory();
            return usedBytes() - before - frameBytes;
        } finally {
            Reference.reachabilityFence(kernel);
        }
    }

    private static long usedBytes() {
        System.gc();
        Runtime host = Runtime.getRuntime();
        return host.totalMemory() - host.freeMemory();
    }
}

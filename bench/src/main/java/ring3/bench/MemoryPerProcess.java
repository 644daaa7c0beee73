package ring3.bench;

import java.util.ArrayList;
import java.util.List;
import ring3.kernel.Kernel;

/// What a process at rest needs of the host's memory besides its own pages: the difference between
/// a machine with many processes that all wait and one with few. The frames of the emulated memory
/// are all there in both before anything is compared, so they do not count.
final class MemoryPerProcess implements Measurement.Procedure {
    private static final int FEW = 10;
    private static final int MANY = 1_010;
    private static final int COLLECTIONS = 3;

    /// All machines stay: one that goes while the next is measured would be counted against it.
    private final List<Kernel> machines = new ArrayList<>();

    @Override
    public Figure measure(String name, Effort effort) {
        machineBytes(FEW); // So that all classes are there.
        double[] bytes = new double[effort.iterations()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (double) (machineBytes(MANY) - machineBytes(FEW)) / (MANY - FEW);
        }
        return new Figure(name, Figure.BYTES, bytes);
    }

    /// The memory that a machine with so many processes takes, in bytes, without its frames.
    private long machineBytes(int processes) {
        long before = usedBytes();
        Machine machine = ScaleBenchmark.crowd(processes, 0);
        Kernel kernel = machine.boot(_ -> false);
        machines.add(kernel);
        kernel.run(machine.settledNanos());
        long frameBytes = machine.touchMemory();
        return usedBytes() - before - frameBytes;
    }

    private static long usedBytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime host = Runtime.getRuntime();
        return host.totalMemory() - host.freeMemory();
    }
}

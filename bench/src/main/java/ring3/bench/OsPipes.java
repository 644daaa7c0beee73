package ring3.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A message goes round between two processes of the host's operating system, through two pipes, on
/// one core. Both are `dd`, which reads 64 bytes and writes them and does nothing else: no Java, no
/// buffering, nothing that a kernel could be faster without. The message is put into the ring once
/// and then goes round by itself; the operating system's own count of reads tells how often.
final class OsPipes implements Measurement.Procedure {
    private static final int MESSAGE_BYTES = 64;
    private static final int WARMUP_MILLIS = 200;

    /// The ring ends by itself even when whoever started it is killed.
    private static final int ROUNDS_MAX = 20_000_000;

    private static final String READS = "syscr: ";
    private static final Path CORES = Path.of("/proc/self/status");

    @Override
    public Figure measure(String name, Effort effort) throws Impossible {
        try {
            Path folder = Files.createTempDirectory("ring3-bench");
            try {
                return new Figure(name, Figure.NANOS, ring(folder, effort));
            } finally {
                delete(folder);
            }
        } catch (IOException problem) {
            throw new Impossible("this needs Linux with mkfifo, dd and taskset");
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static double[] ring(Path folder, Effort effort)
            throws IOException, InterruptedException, Impossible {
        String there = folder.resolve("there").toString();
        String back = folder.resolve("back").toString();
        new ProcessBuilder("mkfifo", there, back).start().waitFor();
        Process server = start("exec <\"$1\" >\"$2\"", there, back);
        Process client = start("exec >\"$1\" <\"$2\"; printf %064d 0", there, back);
        try {
            return rounds(Path.of("/proc", Long.toString(server.pid()), "io"), effort);
        } finally {
            for (Process end : List.of(client, server)) {
                end.destroyForcibly().waitFor();
            }
        }
    }

    /// One end of the ring: a shell that opens the pipes, perhaps sends the message, and becomes
    /// dd.
    private static Process start(String redirection, String there, String back) throws IOException {
        String core =
                Files.readString(CORES).replaceAll("(?s).*Cpus_allowed_list:\\s*(\\d+).*", "$1");
        String dd =
                "; exec taskset -c %s dd bs=%d count=%d status=none"
                        .formatted(core, MESSAGE_BYTES, ROUNDS_MAX);
        return new ProcessBuilder("sh", "-c", redirection + dd, "sh", there, back)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static double[] rounds(Path counters, Effort effort)
            throws IOException, InterruptedException, Impossible {
        TimeUnit.MILLISECONDS.sleep(WARMUP_MILLIS);
        double[] nanos = new double[effort.iterations()];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            long reads = reads(counters);
            TimeUnit.MILLISECONDS.sleep(effort.millis());
            long rounds = reads(counters) - reads;
            if (rounds == 0) {
                throw new Impossible("nothing goes round in the ring of pipes");
            }
            nanos[i] = (double) (System.nanoTime() - start) / rounds;
        }
        return nanos;
    }

    private static long reads(Path counters) throws IOException {
        return Files.readAllLines(counters).stream()
                .filter(line -> line.startsWith(READS))
                .mapToLong(line -> Long.parseLong(line.substring(READS.length())))
                .sum();
    }

    private static void delete(Path folder) throws IOException {
        for (String name : List.of("there", "back")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }
}

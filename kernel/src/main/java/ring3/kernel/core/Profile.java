package ring3.kernel.core;

import module java.base;
import module ring3.events;

import org.jspecify.annotations.Nullable;
import ring3.syslib.KernelRequest.Sprof;

/// Statistical profiling: at each clock tick a note of who runs, and where (minix:
/// kernel/profile.c).
public final class Profile {
    private static final int FILE_BYTES = Sprof.SAMPLE_BYTES - 8;

    private @Nullable Proc buffer;
    private int address;
    private int end;
    private int samples;

    /// Whether samples are being taken.
    public boolean isRunning() {
        return buffer != null;
    }

    /// Samples go to the memory of `owner` from now on.
    public void start(Proc owner, int start, int bytes) {
        buffer = owner;
        address = start;
        end = start + bytes;
        samples = 0;
    }

    /// No more samples. Returns how many there are.
    public int stop() {
        buffer = null;
        return samples;
    }

    /// Nobody is left to read the samples when their owner ends.
    void forget(Proc gone) {
        buffer = buffer == gone ? null : buffer;
    }

    void sample(Proc running) {
        Proc owner = buffer;
        if (owner == null || address + Sprof.SAMPLE_BYTES > end) {
            return;
        }
        SourceLine line = SourceLine.of(new Throwable().getStackTrace());
        line = line == null ? Processes.line(running) : line;
        byte[] file = (line == null ? "" : line.file()).getBytes(StandardCharsets.ISO_8859_1);
        if (owner.memory.fault(address, Sprof.SAMPLE_BYTES, true) == AddressSpace.NO_FAULT) {
            owner.memory.store(address, running.endpoint.value(), 4);
            owner.memory.store(address + 4, line == null ? 0 : line.line(), 4);
            owner.memory.write(address + 8, Arrays.copyOf(file, FILE_BYTES), 0, FILE_BYTES);
            address += Sprof.SAMPLE_BYTES;
            samples++;
        }
    }
}

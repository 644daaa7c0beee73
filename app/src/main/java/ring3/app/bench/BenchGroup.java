package ring3.app.bench;

import java.util.Locale;

/// Benchmarks that belong together: all whose names begin alike.
public enum BenchGroup {
    /// Messages and context switches.
    IPC,

    /// Kernel calls of drivers and servers.
    CALL,

    /// Programs that are started.
    PROCESS,

    /// What it costs a program that its instructions are counted.
    METER,

    /// How long it takes to load a program.
    LOAD,

    /// What it costs to make and record events.
    EVENTS,

    /// The cost of an event among few processes and among many.
    SCALE,

    /// What a process needs of the host's memory.
    MEMORY,

    /// The round trip of a message elsewhere.
    PEER;

    /// What the names of its benchmarks begin with.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the benchmark of that name belongs here.
    boolean holds(String benchmark) {
        return benchmark.startsWith(this + ".");
    }
}

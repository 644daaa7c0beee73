package ring3.visualizer.sentences;

import ring3.syslib.Endpoint;

/// What people call a process. A process keeps its endpoint and changes its name when it runs
/// another program, so the name depends on when one asks.
@FunctionalInterface
public interface Names {
    /// The name that the process had when the event with that number happened; its number if none
    /// is known.
    String of(Endpoint endpoint, long event);
}

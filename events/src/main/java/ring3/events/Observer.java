package ring3.events;

/// One who watches a machine. Observers read and never change anything.
@FunctionalInterface
public interface Observer {
    /// Called on the machine's thread for each event, in order. Returns whether the machine should
    /// stop at the next point where it is safe to look at it: behind the kernel entry under way.
    boolean on(KernelEvent event);
}

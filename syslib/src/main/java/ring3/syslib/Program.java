package ring3.syslib;

/// The text of a process: what runs in it from its first instruction on. It may keep state in its
/// own fields, which nobody else ever sees and which is gone when the process ends.
@FunctionalInterface
public interface Program {
    /// The process from its first to its last instruction. A return is the same as SYS_EXIT; an
    /// exception that leaves it is an exception of the processor.
    void run(Syslib sys);
}

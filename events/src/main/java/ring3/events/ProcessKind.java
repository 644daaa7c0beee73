package ring3.events;

/// In which layer of the system a process belongs; its executable says so. It grants nothing.
public enum ProcessKind {
    KERNEL,
    DRIVER,
    SERVER,
    USER
}

package ring3.loader;

/// In which layer of the system a program runs.
public enum Kind {
    DRIVER,
    SERVER,
    USER
}

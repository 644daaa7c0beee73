package ring3.components;

/// In which layer of the system an executable runs.
public enum Kind {
    DRIVER,
    SERVER,
    USER
}

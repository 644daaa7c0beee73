package ring3.components.servers.rs;

/// What happens when a service dies.
public enum RestartPolicy {
    /// The system cannot live without it: its death is a panic.
    CORE,

    /// It is replaced by its next incarnation.
    RESTART,

    /// It is cleaned up and stays away: what it knew cannot be had again.
    NEVER
}

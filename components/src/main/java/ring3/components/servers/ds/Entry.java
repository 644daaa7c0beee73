package ring3.components.servers.ds;

/// What is stored under a key.
///
/// @param owner the label of the service that published it; a label outlives its incarnations
record Entry(Key key, int value, String owner) {
    /// A name. Numbers and labels have name spaces of their own.
    ///
    /// @param type [ring3.components.protocol.Ds#U32] or [ring3.components.protocol.Ds#LABEL]
    record Key(int type, String name) {}
}

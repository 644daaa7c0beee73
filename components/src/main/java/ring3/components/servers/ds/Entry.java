package ring3.components.servers.ds;

/// What is stored under a key.
///
/// @param owner the label of the service that published it; a label outlives its incarnations
record Entry(Key key, int value, String owner) {}

package ring3.components.servers.ds;

/// A name. Numbers and labels have name spaces of their own.
///
/// @param type [ring3.components.protocol.Ds#U32] or [ring3.components.protocol.Ds#LABEL]
record Key(int type, String name) {}

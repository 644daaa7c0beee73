package ring3.syslib;

/// A message as its receiver gets it. The source is stamped by the kernel and cannot be forged.
///
/// @param source who sent it; NONE when the receive itself failed
/// @param message what was sent; when the receive failed, a [Result] with the error
/// @param via the trap by which it was sent
/// @param fromKernel the kernel sent it in the name of the source, which waits for no reply
public record Received(Endpoint source, Message message, Trap via, boolean fromKernel) {
    /// What a receive that failed returns.
    public static Received failed(Errno error) {
        return new Received(Endpoint.NONE, Result.of(error), Trap.RECEIVE, false);
    }

    /// Whether the receive failed and [#message()] tells why.
    public boolean failed() {
        return source.equals(Endpoint.NONE);
    }

    /// Whether it is a notification that came from `sender`.
    public boolean isNotifyFrom(Endpoint sender) {
        return message instanceof Notify && source.equals(sender);
    }
}

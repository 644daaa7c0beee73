package ring3.kernel.model;

import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// An entry of a table of asynchronous messages in the model.
final class ModelEntry {
    Endpoint destination;
    final Message message;
    int flags;
    int result;

    /// Whether it waits for its receiver. SENDA makes it so; it ends with the message, with a new
    /// table, and when the references to its sender are cleared.
    boolean pending;

    ModelEntry(Endpoint destination, Message message, int flags) {
        this.destination = destination;
        this.message = message;
        this.flags = flags;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    boolean isDone() {
        return has(AsyncMessage.DONE);
    }
}

package ring3.components.protocol;

import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// Answers of vm that are more than a number.
public sealed interface VmReply extends Message {
    @Override
    default boolean isAnswer() {
        return true;
    }

    @Override
    default int type() {
        return 0;
    }

    /// A new process. It waits for the same answer as its parent.
    record VmChild(Endpoint endpoint) implements VmReply {}

    /// How much memory there is.
    ///
    /// @param frames of 4,096 bytes in the machine, those of devices and of the kernel included
    /// @param free frames that nobody uses
    /// @param bytes how much was stored at the address that the request named
    record VmStats(int frames, int free, int bytes) implements VmReply {}
}

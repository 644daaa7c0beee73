package ring3.kernel;

import ring3.syslib.Message;

/// What a program with a bug may hand to the kernel although the compiler forbids it.
final class NullMessages {
    private NullMessages() {}

    @SuppressWarnings("NullAway")
    static Message none() {
        return null;
    }
}

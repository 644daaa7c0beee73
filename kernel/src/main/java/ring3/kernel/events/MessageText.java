package ring3.kernel.events;

import ring3.kernel.syslib.Errno;
import ring3.kernel.syslib.Message;
import ring3.kernel.syslib.Notify;
import ring3.kernel.syslib.Result;

/// Messages as people read them.
public final class MessageText {
    private MessageText() {}

    /// The type and the fields: `VFS_READ fd=3 bytes=4096`.
    public static String of(Message message) {
        if (message instanceof Result) {
            return brief(message);
        }
        String fields = message.toString();
        int open = fields.indexOf('[');
        if (open < 0 || !fields.endsWith("]")) {
            return message.typeName();
        }
        String inside = fields.substring(open + 1, fields.length() - 1).replace(", ", " ");
        return inside.isEmpty() ? message.typeName() : message.typeName() + " " + inside;
    }

    /// The type alone, or of a plain result what it is: `result 4096`, `error ENOENT`.
    public static String brief(Message message) {
        return switch (message) {
            case Result(int status) when status < 0 -> "error " + Errno.of(status);
            case Result(int status) -> "result " + status;
            default -> message.typeName();
        };
    }

    /// Whether it is a mere notification.
    public static boolean isNotification(Message message) {
        return message instanceof Notify;
    }

    /// Whether it answers a request, going by its name.
    public static boolean isAnswer(Message message) {
        String name = message.typeName();
        return name.endsWith("REPLY") || name.endsWith("RESULT") || name.endsWith("DONE");
    }
}

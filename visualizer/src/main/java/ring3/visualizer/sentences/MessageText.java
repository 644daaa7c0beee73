package ring3.visualizer.sentences;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Result;

/// Messages as people read them.
public final class MessageText {
    private MessageText() {}

    /// The type and the fields: `VFS_READ fd=3 bytes=4096`. An endpoint is given as the name that
    /// its process had at that event, an address or a port in hexadecimal.
    static String of(Message message, Names names, long event) {
        RecordComponent[] fields = message.getClass().getRecordComponents();
        if (message instanceof Result || fields == null) {
            return brief(message);
        }
        var text = new StringBuilder(message.typeName());
        String record = message.toString();
        int begin = record.indexOf('[') + 1;
        for (int i = 0; i < fields.length; i++) {
            int end =
                    i + 1 < fields.length
                            ? record.indexOf(", " + fields[i + 1].getName() + "=", begin)
                            : record.length() - 1;
            String value = record.substring(begin + fields[i].getName().length() + 1, end);
            text.append(' ').append(fields[i].getName()).append('=');
            text.append(readable(fields[i], value, names, event));
            begin = end + 2;
        }
        return text.toString();
    }

    private static String readable(RecordComponent field, String value, Names names, long event) {
        if (field.getType() == Endpoint.class) {
            return names.of(new Endpoint(Integer.parseInt(value)), event);
        }
        boolean isPlace = field.getName().endsWith("ddress") || field.getName().equals("port");
        return isPlace && field.getType() == int.class ? hex(Integer.parseInt(value)) : value;
    }

    /// A port, an address or what is written there, as the data sheets print it: `1F7`.
    static String hex(int number) {
        return Integer.toHexString(number).toUpperCase(Locale.ROOT);
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
}

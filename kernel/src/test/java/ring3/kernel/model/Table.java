package ring3.kernel.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// A table of asynchronous messages, once for the model and once for the kernel.
final class Table {
    private final List<ModelEntry> expected = new ArrayList<>();
    private final List<AsyncMessage> actual = new ArrayList<>();

    void add(Endpoint destination, Message message, int flags) {
        AsyncMessage entry = new AsyncMessage();
        entry.flags = AsyncMessage.VALID | flags;
        entry.destination = destination;
        entry.message = message;
        actual.add(entry);
        expected.add(new ModelEntry(destination, message, entry.flags));
    }

    /// A new table with the entries that are not done.
    Table rest() {
        Table rest = new Table();
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).isDone()) {
                rest.expected.add(expected.get(i));
                rest.actual.add(actual.get(i));
            }
        }
        return rest;
    }

    List<ModelEntry> expected() {
        return expected;
    }

    AsyncMessage[] actual() {
        return actual.toArray(AsyncMessage[]::new);
    }

    /// How what has become of the messages differs, or null.
    @Nullable String difference() {
        for (int i = 0; i < expected.size(); i++) {
            ModelEntry model = expected.get(i);
            AsyncMessage kernel = actual.get(i);
            int flags = kernel.flags & ~AsyncMessage.QUEUED;
            if (model.flags != flags) {
                return differ("flags of entry " + i, model.flags, flags);
            }
            if (model.result != kernel.result) {
                return differ("result of entry " + i, model.result, kernel.result);
            }
        }
        return null;
    }

    static String differ(String what, int expected, int actual) {
        return what + " " + expected + " by the model, " + actual;
    }
}

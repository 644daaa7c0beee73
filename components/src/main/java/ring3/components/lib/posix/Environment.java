package ring3.components.lib.posix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The environment of a program: names and values, in the order in which they were first set.
public final class Environment {
    private final Map<String, String> values = new LinkedHashMap<>();

    /// The environment that consists of these `NAME=value` strings; others are dropped.
    public Environment(List<String> strings) {
        for (String string : strings) {
            int equals = string.indexOf('=');
            if (equals > 0) {
                values.put(string.substring(0, equals), string.substring(equals + 1));
            }
        }
    }

    /// The value of a name, null when it has none.
    public @Nullable String get(String name) {
        return values.get(name);
    }

    /// The value of a name, or the other one when it has none.
    public String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /// The names in order.
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /// The `NAME=value` strings in order.
    public List<String> strings() {
        List<String> strings = new ArrayList<>();
        values.forEach((name, value) -> strings.add(name + "=" + value));
        return strings;
    }
}

package ring3.components.programs.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.posix.Environment;

/// The variables of a shell. What it was started with is exported again.
public final class Variables {
    private static final String DEFAULT_SEPARATORS = " \t\n";

    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> exported = new TreeSet<>();
    private final Set<String> readOnly = new TreeSet<>();

    /// The variables of a shell with this environment.
    public Variables(Environment environment) {
        for (String name : environment.names()) {
            if (Names.isName(name)) {
                values.put(name, environment.get(name, ""));
                exported.add(name);
            }
        }
        values.put("IFS", DEFAULT_SEPARATORS);
    }

    /// The value, null for a variable that is not set.
    public @Nullable String get(String name) {
        return values.get(name);
    }

    /// Sets a variable. A read-only one stops the command.
    public void set(String name, String value) {
        if (readOnly.contains(name)) {
            throw new ShellError(name + ": is read only");
        }
        values.put(name, value);
    }

    /// Forgets a variable.
    public void unset(String name) {
        if (readOnly.contains(name)) {
            throw new ShellError(name + ": is read only");
        }
        values.remove(name);
        exported.remove(name);
    }

    /// From now on programs get it in their environment.
    public void export(String name) {
        exported.add(name);
    }

    /// From now on nobody can set it.
    public void protect(String name) {
        readOnly.add(name);
    }

    /// The names of the variables that are set, in order.
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /// The names of the variables that are exported, in order.
    public List<String> exportedNames() {
        return List.copyOf(exported);
    }

    /// The characters at which fields are split.
    public String separators() {
        return values.getOrDefault("IFS", DEFAULT_SEPARATORS);
    }

    /// The environment of a program.
    public Environment environment() {
        List<String> strings = new ArrayList<>();
        for (String name : exported) {
            String value = values.get(name);
            if (value != null) {
                strings.add(name + "=" + value);
            }
        }
        return new Environment(strings);
    }
}

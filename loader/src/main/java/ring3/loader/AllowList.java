package ring3.loader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a program may use of the Java library, and what it is charged for it: the contents of the
/// file `allowed.txt` beside this class, which tells how to read it.
final class AllowList {
    /// How a use of a member is charged besides the instructions of the call.
    ///
    /// @param small it makes something small
    /// @param bySize it goes through the object that it is called on
    /// @param byArguments it goes through what it is given: through all of it, or when it does not
    ///   go through the object that it is called on, through the first argument
    /// @param copies what it goes through it copies
    /// @param bySpan it does something for each number from the first to the second
    /// @param byNumber it does something as often as its numbers say
    /// @param byProduct it copies the first object as often as the number says, or as the last
    ///   object has elements
    record Charge(
            boolean small,
            boolean bySize,
            boolean byArguments,
            boolean copies,
            boolean bySpan,
            boolean byNumber,
            boolean byProduct) {
        static final Charge NONE = of("");

        private static Charge of(String marks) {
            return new Charge(
                    marks.contains("+"),
                    marks.contains("~"),
                    marks.contains("~") || marks.contains("^"),
                    marks.contains("="),
                    marks.contains("-"),
                    marks.contains("#"),
                    marks.contains("%"));
        }

        /// Whether what it is given has to be looked at.
        boolean looksAtArguments() {
            return byArguments || bySpan || byNumber || byProduct;
        }
    }

    /// @param above the type and all above it, nearest first
    private record Listed(boolean extendable, Map<String, Charge> members, Set<String> above) {}

    /// The one list there is.
    static final AllowList JAVA = read();

    private static final String MARKS = "+~^=-#%";
    private static final String ALL = "/*";

    private final Map<String, Listed> classes = new LinkedHashMap<>();

    /// Packages of which everything may be used and implemented.
    private final List<String> packages = new ArrayList<>();

    private AllowList() {}

    private static AllowList read() {
        AllowList list = new AllowList();
        InputStream text = AllowList.class.getResourceAsStream("allowed.txt");
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(text), StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(list::add);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return list;
    }

    private void add(String line) {
        boolean extendable = line.startsWith("@");
        String entry = extendable ? line.substring(1) : line;
        if (entry.endsWith(ALL)) {
            packages.add(entry.substring(0, entry.length() - 1));
            return;
        }
        int colon = entry.indexOf(':');
        Map<String, Charge> members = new LinkedHashMap<>();
        for (String member : entry.substring(colon + 1).strip().split(" ", -1)) {
            int end = member.length();
            while (end > 0 && MARKS.indexOf(member.charAt(end - 1)) >= 0) {
                end--;
            }
            members.put(member.substring(0, end), Charge.of(member.substring(end)));
        }
        String type = entry.substring(0, colon);
        classes.put(type, new Listed(extendable, members, withSupertypes(type)));
    }

    private boolean isWholePackage(String type) {
        return packages.stream().anyMatch(type::startsWith);
    }

    /// Whether the class may be named at all. Names have slashes.
    boolean hasClass(String type) {
        return classes.containsKey(type) || isWholePackage(type);
    }

    /// Whether a program may have a class of its own below it.
    boolean isExtendable(String type) {
        Listed listed = classes.get(type);
        return listed == null ? isWholePackage(type) : listed.extendable();
    }

    /// How a member is charged, or null when it may not be used.
    @Nullable Charge charge(String type, String name, String descriptor) {
        if (isWholePackage(type)) {
            return Charge.NONE;
        }
        int parameters =
                descriptor.startsWith("(")
                        ? MethodTypeDesc.ofDescriptor(descriptor).parameterCount()
                        : 0;
        if (name.equals("<init>")) {
            return find(type, name, parameters);
        }
        Listed listed = classes.get(type);
        if (listed != null) {
            for (String above : listed.above()) {
                Charge charge = find(above, name, parameters);
                if (charge != null) {
                    return charge;
                }
            }
        }
        return null;
    }

    private @Nullable Charge find(String type, String name, int parameters) {
        Listed listed = classes.get(type);
        if (listed == null) {
            return null;
        }
        Charge charge = listed.members().get(name + "/" + parameters);
        return charge == null ? listed.members().get(name) : charge;
    }

    private static Set<String> withSupertypes(String type) {
        Set<String> all = new LinkedHashSet<>();
        try {
            Class<?> found = Class.forName(type.replace('/', '.'), false, null);
            addWithSupertypes(found, all);
            all.add("java/lang/Object");
        } catch (ClassNotFoundException unknown) {
            throw new IllegalStateException("allowed.txt lists " + type, unknown);
        }
        return all;
    }

    private static void addWithSupertypes(Class<?> type, Set<String> all) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at != Object.class) {
                all.add(at.getName().replace('.', '/'));
            }
            for (Class<?> above : at.getInterfaces()) {
                addWithSupertypes(above, all);
            }
        }
    }
}

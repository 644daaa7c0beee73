package ring3.loader;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks for what can change among all that can be reached from a constant. Each object is looked
/// at once, and none within another, so that neither lists of lists nor long chains take for ever.
final class Constants {
    private static final Set<String> HARMLESS =
            Set.of(
                    "java.lang.String$CaseInsensitiveComparator",
                    "java.util.Collections$ReverseComparator",
                    "java.util.Comparators$NaturalOrderComparator",
                    "java.util.OptionalInt",
                    "java.util.OptionalLong",
                    "ring3.syslib.Privilege");

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();

    /// Something changeable, or null when there is nothing.
    @Nullable Object firstChangeable(@Nullable Object root) throws IllegalAccessException {
        add(root);
        while (!open.isEmpty()) {
            Object object = open.pop();
            if (canChange(object)) {
                return object;
            }
        }
        return null;
    }

    private void add(@Nullable Object object) {
        if (object != null && seen.add(object)) {
            open.push(object);
        }
    }

    /// Whether the object itself can change; what it holds is still to be looked at.
    private boolean canChange(Object object) throws IllegalAccessException {
        switch (object) {
            case String _, Number _, Boolean _, Character _, Class<?> _ -> {
                return false;
            }
            case Optional<?> optional -> add(optional.orElse(null));
            case Collection<?> elements when isUnmodifiable(elements) ->
                    elements.forEach(this::add);
            case Map<?, ?> map when isUnmodifiable(map) ->
                    map.forEach((key, value) -> {
                        add(key);
                        add(value);
                    });
            default -> {
                return hasChangeableFields(object);
            }
        }
        return false;
    }

    private static boolean isUnmodifiable(Object collection) {
        String type = collection.getClass().getName();
        return type.startsWith("java.util.ImmutableCollections$")
                || type.startsWith("java.util.Collections$Unmodifiable")
                || type.startsWith("java.util.Collections$Empty");
    }

    /// An object may have final fields only; one of the host's own library is taken to change
    /// unless it is known.
    private boolean hasChangeableFields(Object object) throws IllegalAccessException {
        Class<?> type = object.getClass();
        if (!(type.getClassLoader() instanceof ProgramClasses)) {
            return type.isArray() || !isHarmless(type);
        }
        for (Class<?> at = type;
                at != null && at.getClassLoader() instanceof ProgramClasses;
                at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    if (!Modifier.isFinal(field.getModifiers())) {
                        return true;
                    }
                    field.setAccessible(true);
                    add(field.get(object));
                }
            }
        }
        return type.getSuperclass() != null && Throwable.class.isAssignableFrom(type);
    }

    /// Records of the machine hold numbers and texts; a comparator that is made of others may hold
    /// anything.
    private static boolean isHarmless(Class<?> type) {
        boolean isOfMachine = type.getName().startsWith("ring3.");
        return isOfMachine && (type.isRecord() || type.isEnum() || isEnumConstant(type))
                || type.isEnum()
                || type.getName().startsWith("java.nio.charset.")
                || type.getName().startsWith("sun.nio.cs.")
                || HARMLESS.contains(type.getName());
    }

    private static boolean isEnumConstant(Class<?> type) {
        return type.getSuperclass() != null && type.getSuperclass().isEnum();
    }
}

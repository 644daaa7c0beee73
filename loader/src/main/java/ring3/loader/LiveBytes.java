package ring3.loader;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How much memory the objects of the running process take: those that can be reached from its
/// program and from its stack. The sizes are those of an imagined machine, the same on every host.
final class LiveBytes {
    private static final int HEADER_BYTES = 16;
    private static final int ELEMENT_BYTES = 8;
    private static final int ENTRY_BYTES = 48;

    /// What an exception remembers of where it came from.
    private static final int BACKTRACE_BYTES = 4096;

    private static final ClassValue<Field[]> FIELDS =
            new ClassValue<>() {
                @Override
                protected Field[] computeValue(Class<?> type) {
                    List<Field> fields = new ArrayList<>();
                    for (Class<?> at = type; isProgrammed(at); at = at.getSuperclass()) {
                        for (Field field : at.getDeclaredFields()) {
                            if (!Modifier.isStatic(field.getModifiers())) {
                                field.setAccessible(true);
                                fields.add(field);
                            }
                        }
                    }
                    return fields.toArray(Field[]::new);
                }
            };

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();
    private final long most;
    private long bytes;

    private LiveBytes(long most) {
        this.most = most;
    }

    /// The bytes that `program`, which runs now, keeps; what is over `most` is not counted exactly.
    static long of(Object program, long most) {
        LiveBytes live = new LiveBytes(most);
        live.add(program);
        LiveStack.forEach(live::add);
        try {
            while (!live.open.isEmpty() && live.bytes <= most) {
                live.count(live.open.pop());
            }
        } catch (StackOverflowError views) {
            // Views of views of views: nothing else is as deep.
            live.bytes = most + 1;
        }
        return live.bytes;
    }

    private static boolean isProgrammed(@Nullable Class<?> type) {
        return type != null && type.getClassLoader() instanceof ProgramClasses;
    }

    private void add(@Nullable Object object) {
        if (object != null && seen.add(object)) {
            open.push(object);
        }
    }

    private void count(Object object) {
        bytes += HEADER_BYTES;
        switch (object) {
            case String text -> bytes += text.length();
            case StringBuilder text -> bytes += 2L * text.capacity();
            case Optional<?> optional -> add(optional.orElse(null));
            case Collection<?> elements -> {
                bytes += (long) ELEMENT_BYTES * elements.size();
                elements.forEach(this::add);
            }
            case Map<?, ?> map -> {
                bytes += (long) ENTRY_BYTES * map.size();
                map.forEach((key, value) -> {
                    add(key);
                    add(value);
                });
            }
            case Map.Entry<?, ?> entry -> {
                add(entry.getKey());
                add(entry.getValue());
            }
            case Throwable thrown -> {
                bytes += BACKTRACE_BYTES;
                countPlain(thrown);
            }
            case Object[] elements -> {
                bytes += (long) ELEMENT_BYTES * elements.length;
                for (int i = 0; i < elements.length && bytes <= most; i++) {
                    add(elements[i]);
                }
            }
            default -> countPlain(object);
        }
    }

    private void countPlain(Object object) {
        Class<?> type = object.getClass();
        if (type.isArray()) {
            bytes += (long) Array.getLength(object) * width(type.getComponentType());
        } else if (isProgrammed(type)) {
            Field[] fields = FIELDS.get(type);
            bytes += (long) ELEMENT_BYTES * fields.length;
            for (Field field : fields) {
                if (!field.getType().isPrimitive()) {
                    add(value(field, object));
                }
            }
        }
    }

    private static @Nullable Object value(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("the field was made accessible", impossible);
        }
    }

    private static int width(Class<?> element) {
        if (element == long.class || element == double.class) {
            return Long.BYTES;
        }
        if (element == int.class || element == float.class) {
            return Integer.BYTES;
        }
        return element == byte.class || element == boolean.class ? 1 : Short.BYTES;
    }
}

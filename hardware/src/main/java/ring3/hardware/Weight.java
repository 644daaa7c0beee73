package ring3.hardware;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the host's library goes through when it compares, copies, hashes or prints an object of a
/// program. It is paid for while it is found out, so that lists of lists of lists, which are small
/// but take for ever, take for ever here, where the process can be preempted.
final class Weight {
    private static final int ELEMENT_INSTRUCTIONS = 4;
    private static final int CHARACTERS_PER_INSTRUCTION = 2;

    /// What the library needs of the stack to go into an object within another.
    private static final int WORDS = 40;

    private Weight() {}

    /// How an object is gone through, which its class tells once and for all.
    private enum Shape {
        /// Nothing in it is gone through.
        PLAIN,
        TEXT,
        COLLECTION,
        MAP,
        ENTRY,
        OPTIONAL,
        OBJECTS,
        NUMBERS,
        ITERABLE;

        private static Shape of(Class<?> type) {
            if (type.isArray()) {
                return type.getComponentType().isPrimitive() ? NUMBERS : OBJECTS;
            }
            if (CharSequence.class.isAssignableFrom(type)) {
                return TEXT;
            }
            if (Collection.class.isAssignableFrom(type)) {
                return COLLECTION;
            }
            if (Map.class.isAssignableFrom(type)) {
                return MAP;
            }
            if (Map.Entry.class.isAssignableFrom(type)) {
                return ENTRY;
            }
            if (Iterable.class.isAssignableFrom(type)) {
                return ITERABLE;
            }
            return type == Optional.class ? OPTIONAL : PLAIN;
        }
    }

    private static final ClassValue<Shape> SHAPES =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> type) {
                    return Shape.of(type);
                }
            };

    /// The elements and characters of an object and of all within it, paid for.
    static long of(@Nullable Object whole) {
        if (whole == null) {
            return 0;
        }
        return switch (SHAPES.get(whole.getClass())) {
            case PLAIN -> 1;
            case TEXT -> {
                int length = ((CharSequence) whole).length();
                Hart.spend(length / CHARACTERS_PER_INSTRUCTION);
                yield length;
            }
            case COLLECTION -> of((Collection<?>) whole, ((Collection<?>) whole).size());
            case MAP -> of((Map<?, ?>) whole);
            case ENTRY ->
                    within(((Map.Entry<?, ?>) whole).getKey())
                            + within(((Map.Entry<?, ?>) whole).getValue());
            case OPTIONAL -> within(((Optional<?>) whole).orElse(null));
            case OBJECTS -> of((Object[]) whole);
            case NUMBERS -> {
                int length = Array.getLength(whole);
                spend(length);
                yield length;
            }
            case ITERABLE -> unknown();
        };
    }

    private static void spend(int elements) {
        Hart.spend((int) Math.min((long) elements * ELEMENT_INSTRUCTIONS, Integer.MAX_VALUE / 2));
    }

    private static long of(Iterable<?> elements, int size) {
        spend(size);
        long weight = size;
        for (@Nullable Object element : elements) {
            weight += within(element);
        }
        return weight;
    }

    private static long of(Map<?, ?> map) {
        spend(map.size());
        long weight = map.size();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            weight += within(entry.getKey()) + within(entry.getValue());
        }
        return weight;
    }

    private static long of(@Nullable Object[] elements) {
        spend(elements.length);
        long weight = elements.length;
        for (@Nullable Object element : elements) {
            weight += within(element);
        }
        return weight;
    }

    private static long within(@Nullable Object element) {
        Hart.enter(1, WORDS);
        long weight = of(element);
        Hart.leave(WORDS);
        return weight;
    }

    /// Nobody knows how much an iterator of the program's own will bring; whoever gives one to the
    /// library to be collected is taken to want all memory.
    private static long unknown() {
        return Integer.MAX_VALUE;
    }

    /// The elements of an object, not looking into them.
    static int size(@Nullable Object whole) {
        if (whole == null) {
            return 0;
        }
        return switch (SHAPES.get(whole.getClass())) {
            case TEXT -> ((CharSequence) whole).length();
            case COLLECTION -> ((Collection<?>) whole).size();
            case MAP -> ((Map<?, ?>) whole).size();
            case OBJECTS, NUMBERS -> Array.getLength(whole);
            case PLAIN, ENTRY, OPTIONAL, ITERABLE -> 1;
        };
    }
}

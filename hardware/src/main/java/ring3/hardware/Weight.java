package ring3.hardware;

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

    /// The elements and characters of an object and of all within it, paid for.
    static long of(@Nullable Object whole) {
        return switch (whole) {
            case null -> 0;
            case CharSequence text -> {
                Hart.spend(text.length() / CHARACTERS_PER_INSTRUCTION);
                yield text.length();
            }
            case Number _, Boolean _, Character _ -> 1;
            case Collection<?> elements -> of(elements, elements.size());
            case Map<?, ?> map -> of(map);
            case Map.Entry<?, ?> entry -> within(entry.getKey()) + within(entry.getValue());
            case Optional<?> optional -> within(optional.orElse(null));
            case Object[] elements -> of(elements);
            case Iterable<?> _ -> unknown();
            default -> {
                int size = size(whole);
                spend(size);
                yield size;
            }
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
        return switch (whole) {
            case null -> 0;
            case CharSequence text -> text.length();
            case Collection<?> collection -> collection.size();
            case Map<?, ?> map -> map.size();
            case byte[] array -> array.length;
            case int[] array -> array.length;
            case Object[] array -> array.length;
            case char[] array -> array.length;
            case long[] array -> array.length;
            case short[] array -> array.length;
            case boolean[] array -> array.length;
            case float[] array -> array.length;
            case double[] array -> array.length;
            default -> 1;
        };
    }
}

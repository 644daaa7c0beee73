package ring3.kernel.fuzz;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelRequest;

/// Makes requests of every kind there is, from numbers that are likely to hit the edge of some
/// check. It knows none of them: it takes the records apart, so that a new kernel call is among
/// them by itself.
final class Nonsense {
    private final Random random;
    private final List<Maker> makers = new ArrayList<>();

    Nonsense(Random random) {
        this.random = random;
        collect(KernelRequest.class);
    }

    private void collect(Class<?> type) {
        if (type.isRecord()) {
            makers.add(maker(type));
            return;
        }
        for (Class<?> kind : type.getPermittedSubclasses()) {
            collect(kind);
        }
    }

    /// A record of requests and its components.
    private record Maker(Constructor<?> constructor, List<Part> parts) {}

    /// A component, and the numbers that fit its name.
    private record Part(Class<?> type, int[] numbers) {}

    private static Maker maker(Class<?> type) {
        List<Part> parts = Arrays.stream(type.getRecordComponents()).map(Nonsense::part).toList();
        try {
            Class<?>[] types = parts.stream().map(Part::type).toArray(Class<?>[]::new);
            return new Maker(type.getDeclaredConstructor(types), parts);
        } catch (NoSuchMethodException impossible) {
            throw new LinkageError("a record has a canonical constructor", impossible);
        }
    }

    private static Part part(RecordComponent component) {
        return Cast.POOLS.stream()
                .filter(pool -> component.getName().contains(pool.name()))
                .map(pool -> new Part(component.getType(), pool.numbers()))
                .findFirst()
                .orElseThrow();
    }

    /// The next request, of any kind.
    KernelRequest request() {
        Maker maker = makers.get(random.nextInt(makers.size()));
        Object[] values = new Object[maker.parts().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(maker.parts().get(i));
        }
        try {
            return (KernelRequest) maker.constructor().newInstance(values);
        } catch (ReflectiveOperationException failed) {
            throw new LinkageError(maker.constructor().toString(), failed);
        }
    }

    private Object value(Part part) {
        Class<?> type = part.type();
        if (type == int.class) {
            return number(part.numbers());
        }
        if (type == long.class) {
            return chance(4) ? random.nextLong() : (long) number(part.numbers());
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == Endpoint.class) {
            return endpoint();
        }
        Object[] constants = type.getEnumConstants();
        if (constants == null) {
            throw new AssertionError("make values of " + type);
        }
        return constants[random.nextInt(constants.length)];
    }

    /// One of these numbers, or, less often, one near to the edge of something else.
    int number(int... numbers) {
        return switch (random.nextInt(16)) {
            case 0 -> random.nextInt(32) - 2;
            case 1 -> 1 << random.nextInt(32);
            case 2 -> random.nextInt();
            case 3 -> numbers[random.nextInt(numbers.length)] + random.nextInt(5) - 2;
            case 4 -> edge();
            default -> numbers[random.nextInt(numbers.length)];
        };
    }

    /// A number at some edge.
    int edge() {
        int[] any = Cast.POOLS.get(random.nextInt(Cast.POOLS.size())).numbers();
        return any[random.nextInt(any.length)];
    }

    Endpoint endpoint() {
        return chance(16)
                ? new Endpoint(edge())
                : Cast.ENDPOINTS[random.nextInt(Cast.ENDPOINTS.length)];
    }

    private boolean chance(int outOf) {
        return random.nextInt(outOf) == 0;
    }
}

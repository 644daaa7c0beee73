package ring3.syslib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Messages are records of numbers, endpoints and truth values, at most 56 bytes of them, and their
/// hash codes are the same on every JVM.
class MessageShapeTest {
    static Stream<Class<?>> messages() {
        List<Class<?>> types = new ArrayList<>();
        addFamily(KernelRequest.class, types);
        addFamily(KernelReply.class, types);
        types.addAll(List.of(Notify.class, Result.class, SchedulingNoQuantum.class));
        return types.stream();
    }

    private static void addFamily(Class<?> family, List<Class<?>> types) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                addFamily(member, types);
            } else {
                types.add(member);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messageIsASmallRecordOfNumbers(Class<?> type) {
        assertTrue(type.isRecord());
        int bytes = 0;
        for (RecordComponent component : type.getRecordComponents()) {
            bytes += bytes(component.getType());
        }
        assertTrue(bytes <= Message.PAYLOAD_BYTES, bytes + " bytes");
    }

    private static int bytes(Class<?> type) {
        if (type == long.class) {
            return Long.BYTES;
        }
        assertTrue(type == int.class || type == boolean.class || type == Endpoint.class);
        return Integer.BYTES;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void hashCodeIsThatOfItsFieldsInOrder(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        int expected = 0;
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = sample(types[i], 0x1234_5678 + 77 * i);
            expected = 31 * expected + hash(values[i]);
        }
        var constructor = type.getDeclaredConstructor(types);

        assertEquals(expected, constructor.newInstance(values).hashCode());
    }

    private static Object sample(Class<?> type, int number) {
        if (type == long.class) {
            return 0x1_0000_0001L * number + 5;
        }
        if (type == boolean.class) {
            return number % 2 == 0;
        }
        return type == Endpoint.class ? new Endpoint(number) : (Object) number;
    }

    private static int hash(Object value) {
        return switch (value) {
            case Long number -> (int) (number ^ number >>> 32);
            case Boolean truth -> truth ? 1231 : 1237;
            case Endpoint endpoint -> endpoint.value();
            case Integer number -> number;
            default -> throw new AssertionError(value);
        };
    }
}

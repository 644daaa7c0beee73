package ring3.components.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// Messages of all protocols are records of numbers, endpoints and truth values, at most 56 bytes
/// of them, and their hash codes are the same on every JVM.
class MessageShapeTest {
    private static final List<Class<?>> PROTOCOLS =
            List.of(
                    Bdev.class,
                    Cdev.class,
                    Ds.class,
                    DsReply.class,
                    Fs.class,
                    FsReply.class,
                    Pm.class,
                    PmReply.class,
                    PmVfs.class,
                    Rs.class,
                    Sched.class,
                    Vfs.class,
                    VfsReply.class,
                    Vm.class,
                    VmReply.class);

    static Stream<Class<?>> messages() {
        return PROTOCOLS.stream().flatMap(family -> Stream.of(family.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messageIsASmallRecordOfNumbers(Class<?> type) {
        assertTrue(type.isRecord());
        int bytes = 0;
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> field = component.getType();
            boolean word = field == int.class || field == boolean.class || field == Endpoint.class;
            assertTrue(word || field == long.class, component::toString);
            bytes += word ? Integer.BYTES : Long.BYTES;
        }
        assertTrue(bytes <= Message.PAYLOAD_BYTES, bytes + " bytes");
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
        constructor.setAccessible(true);

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

package ring3.components.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.components.testing.ByteMemory;
import ring3.syslib.Endpoint;
import ring3.syslib.Privilege;
import ring3.syslib.Privilege.Range;

class ServiceSetupTest {
    private static final int AT = 0x100;
    private static final int ARGUMENT_COUNT = 16 + 7 * 4;

    private final ByteMemory memory = new ByteMemory(4096);

    private static ServiceSetup setup(List<Range> ports, List<Range> physical, List<Integer> irqs) {
        Privilege rights = new Privilege(0, 0, 5, 6, Endpoint.RS, ports, physical, irqs);
        return new ServiceSetup(
                "led", List.of("fast", ""), 20, 60, true, 64, 7, 200, false, rights);
    }

    private static ServiceSetup setup() {
        return setup(List.of(new Range(0x300, 0x303)), List.of(), List.of(10));
    }

    @Test
    void whatIsStoredIsLoadedAgain() {
        int bytes = setup().store(memory, AT);

        assertEquals(setup(), ServiceSetup.load(memory, AT, bytes));
        assertTrue(bytes <= ServiceSetup.BYTES_MAX);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, ServiceSetup.BYTES_MAX + 1})
    void whatCannotBeSoLongIsNotLoaded(int bytes) {
        setup().store(memory, AT);

        assertNull(ServiceSetup.load(memory, AT, bytes));
    }

    @Test
    void argumentsAreAsManyAsItSays() {
        int bytes = setup().store(memory, AT);
        memory.putInt(AT + ARGUMENT_COUNT, Integer.MAX_VALUE);

        assertNull(ServiceSetup.load(memory, AT, bytes));
    }

    @Test
    void aLabelWithoutAnEndIsNone() {
        int bytes = setup().store(memory, AT);
        memory.fill(AT, 16, 'x');

        assertNull(ServiceSetup.load(memory, AT, bytes));
    }

    /// The places of numbers in the structure, and what is out of their range.
    @ParameterizedTest
    @CsvSource({
        "16, -2",
        "16, 64",
        "20, -1",
        "20, 216001",
        "28, 0",
        "28, 16385",
        "32, -1",
        "32, 16",
        "36, 0",
        "36, 1001"
    })
    void numbersOutOfTheirRangeAreNotSound(int place, int number) {
        int bytes = setup().store(memory, AT);
        assertTrue(isSound(bytes));

        memory.putInt(AT + place, number);

        assertFalse(isSound(bytes));
    }

    private boolean isSound(int bytes) {
        ServiceSetup setup = ServiceSetup.load(memory, AT, bytes);
        return setup != null && setup.isSound();
    }

    @Test
    void labelsPortsLinesAndMemoryAreLookedAt() {
        List<Range> none = List.of();
        assertTrue(setup().isSound());
        assertFalse(setup().named("a b", List.of()).isSound());
        assertFalse(setup(List.of(new Range(5, 4)), none, List.of()).isSound());
        assertFalse(setup(List.of(new Range(-1, 4)), none, List.of()).isSound());
        assertFalse(setup(List.of(new Range(0, 0x10000)), none, List.of()).isSound());
        assertFalse(setup(none, none, List.of(0)).isSound());
        assertFalse(setup(none, none, List.of(2)).isSound());
        assertFalse(setup(none, none, List.of(16)).isSound());
        assertFalse(setup(none, List.of(new Range(0, 0xfff)), List.of()).isSound());
    }
}

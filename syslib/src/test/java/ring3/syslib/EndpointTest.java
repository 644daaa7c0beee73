package ring3.syslib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The encoding of endpoints (minix: include/minix/endpoint.h).
class EndpointTest {
    @ParameterizedTest
    @CsvSource({"0,0,0", "-5,0,-5", "40,1,32808", "-5,1,32763", "255,65533,2147385599"})
    void endpointIsSlotAndGeneration(int slot, int generation, int value) {
        Endpoint endpoint = Endpoint.of(slot, generation);

        assertEquals(value, endpoint.value());
        assertEquals(slot, endpoint.slot());
        assertEquals(generation, endpoint.generation());
    }

    @Test
    void specialEndpointsHaveTheirNumbers() {
        assertEquals(31744, Endpoint.ANY.value());
        assertEquals(31743, Endpoint.NONE.value());
        assertEquals(31742, Endpoint.SELF.value());
    }
}

package ring3.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lengths of time as people write them.
class SpanTest {
    @ParameterizedTest
    @CsvSource({"10s,10000000000", "1.5ms,1500000", "250us,250000", "40ns,40", "0s,0"})
    void aNumberWithAUnitIsATime(String text, long nanos) {
        assertEquals(nanos, Span.parse(text).nanos());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "-1s", "1m", "1 s", "1e3s", "99999999999s"})
    void anythingElseIsNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> Span.parse(text));
    }

    @Test
    void isShownInSeconds() {
        assertEquals("0.0015s", Span.parse("1.5ms").toString());
    }
}

package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ScanCodesTest {
    private static int[] codes(int... codes) {
        return codes;
    }

    @Test
    void aPlainCharacterIsMakeAndBreak() {
        assertArrayEquals(codes(0x1e, 0x9e), ScanCodes.typing('a'));
        assertArrayEquals(codes(0x02, 0x82), ScanCodes.typing('1'));
        assertArrayEquals(codes(0x0b, 0x8b), ScanCodes.typing('0'));
        assertArrayEquals(codes(0x35, 0xb5), ScanCodes.typing('/'));
        assertArrayEquals(codes(0x2c, 0xac), ScanCodes.typing('z'));
        assertArrayEquals(codes(0x29, 0xa9), ScanCodes.typing('`'));
        assertArrayEquals(codes(0x2b, 0xab), ScanCodes.typing('\\'));
        assertArrayEquals(codes(0x39, 0xb9), ScanCodes.typing(' '));
    }

    @Test
    void aShiftedCharacterIsHeldWithinShift() {
        assertArrayEquals(codes(0x2a, 0x1e, 0x9e, 0xaa), ScanCodes.typing('A'));
        assertArrayEquals(codes(0x2a, 0x28, 0xa8, 0xaa), ScanCodes.typing('"'));
        assertArrayEquals(codes(0x2a, 0x2b, 0xab, 0xaa), ScanCodes.typing('|'));
        assertArrayEquals(codes(0x2a, 0x34, 0xb4, 0xaa), ScanCodes.typing('>'));
        assertArrayEquals(codes(0x2a, 0x29, 0xa9, 0xaa), ScanCodes.typing('~'));
    }

    @Test
    void controlCharactersAreControlWithALetterUnlessTheyHaveAKey() {
        assertArrayEquals(codes(0x1d, 0x2e, 0xae, 0x9d), ScanCodes.typing('\u0003'));
        assertArrayEquals(codes(0x1d, 0x20, 0xa0, 0x9d), ScanCodes.typing('\u0004'));
        assertArrayEquals(codes(0x1c, 0x9c), ScanCodes.typing('\n'));
        assertArrayEquals(codes(0x1c, 0x9c), ScanCodes.typing('\r'));
        assertArrayEquals(codes(0x0f, 0x8f), ScanCodes.typing('\t'));
        assertArrayEquals(codes(0x0e, 0x8e), ScanCodes.typing('\b'));
        assertArrayEquals(codes(0x0e, 0x8e), ScanCodes.typing('\u007f'));
        assertArrayEquals(codes(0x01, 0x81), ScanCodes.typing('\u001b'));
    }

    @Test
    void aCharacterOnNoKeyTypesNothing() {
        assertEquals(0, ScanCodes.typing('é').length);
        assertEquals(0, ScanCodes.typing('\0').length);
        assertEquals(0, ScanCodes.typing('\u001d').length);
    }

    @Test
    void everyPrintableAsciiCharacterHasAKey() {
        for (char c = ' '; c < 0x7f; c++) {
            assertTrue(ScanCodes.typing(c).length > 0, "no key for " + c);
        }
    }

    @Test
    void namedKeysHaveTheirPrefixesAndModifiers() {
        assertArrayEquals(codes(0x3b, 0xbb), ScanCodes.pressing(Key.F1, false, false));
        assertArrayEquals(codes(0x58, 0xd8), ScanCodes.pressing(Key.F12, false, false));
        assertArrayEquals(codes(0xe0, 0x48, 0xe0, 0xc8), ScanCodes.pressing(Key.UP, false, false));
        assertArrayEquals(
                codes(0x1d, 0x2a, 0xe0, 0x53, 0xe0, 0xd3, 0xaa, 0x9d),
                ScanCodes.pressing(Key.DELETE, true, true));
    }
}

package ring3.components.lib;

import java.util.ArrayList;
import java.util.List;

/// Small questions about texts, for which a program has no regular expressions.
public final class Words {
    private Words() {}

    /// The parts of `text` between the separators, empty ones too; one more than there are
    /// separators.
    public static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, begin)) {
            parts.add(text.substring(begin, end));
            begin = end + 1;
        }
        parts.add(text.substring(begin));
        return parts;
    }

    /// Whether `text` is a number of 1 to `digitsMax` decimal digits.
    public static boolean isNumber(String text, int digitsMax) {
        boolean digits = !text.isEmpty() && text.length() <= digitsMax;
        for (int i = 0; i < text.length() && digits; i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }
}

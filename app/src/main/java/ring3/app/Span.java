package ring3.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A length of virtual time as people write it: `10s`, `1.5ms`, `250us`, `40ns`.
///
/// @param nanos nanoseconds, not negative
public record Span(long nanos) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(s|ms|us|ns)");

    /// Reads one.
    ///
    /// @throws IllegalArgumentException for any other text, with a sentence
    @JsonCreator
    public static Span parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time: write one as 10s, 1.5ms, 250us or 40ns");
        }
        BigDecimal value = new BigDecimal(matcher.group(1));
        return new Span(value.movePointRight(digits(matcher.group(2))).longValue());
    }

    private static int digits(String unit) {
        return switch (unit) {
            case "s" -> 9;
            case "ms" -> 6;
            case "us" -> 3;
            default -> 0;
        };
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + "s";
    }
}

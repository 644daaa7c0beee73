package ring3.app.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number of bytes as people write it: `1440K`, `32M`, `1G`, in powers of 1024.
record ByteSize(long bytes) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([KMG]?)");
    private static final int STEP = 10;

    /// Reads one.
    ///
    /// @throws IllegalArgumentException for any other text, with a sentence
    static ByteSize parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no size: write one as 1440K, 32M or 1G");
        }
        int shift =
                switch (matcher.group(2)) {
                    case "K" -> STEP;
                    case "M" -> 2 * STEP;
                    case "G" -> 3 * STEP;
                    default -> 0;
                };
        return new ByteSize(Long.parseLong(matcher.group(1)) << shift);
    }
}

package ring3.app.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The size of a picture in pixels.
record PictureSize(int width, int height) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
    private static final int MIN = 320;
    private static final int MAX = 8192;

    /// Reads `1680x1050`.
    ///
    /// @throws IllegalArgumentException for any other text, with a sentence
    static PictureSize parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no size: write one as 1680x1050");
        }
        return new PictureSize(side(matcher.group(1)), side(matcher.group(2)));
    }

    private static int side(String digits) {
        int pixels = Integer.parseInt(digits);
        if (pixels < MIN || pixels > MAX) {
            throw new IllegalArgumentException(
                    "a picture is %d to %d pixels wide and high, not %d"
                            .formatted(MIN, MAX, pixels));
        }
        return pixels;
    }
}

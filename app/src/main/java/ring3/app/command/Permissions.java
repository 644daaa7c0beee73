package ring3.app.command;

import java.util.regex.Pattern;

/// The permissions of a file, 0 to 07777.
record Permissions(int bits) {
    private static final Pattern FORM = Pattern.compile("[0-7]{3,4}");
    private static final int OCTAL = 8;

    /// Reads `755`.
    ///
    /// @throws IllegalArgumentException for any other text, with a sentence
    static Permissions parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' are no permissions: write them in octal as 755");
        }
        return new Permissions(Integer.parseInt(text, OCTAL));
    }
}

package ring3.visualizer;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the lab. They are in English, and so are their numbers, whatever the host speaks.
public final class Texts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("ring3.visualizer.texts", Locale.ROOT);

    private Texts() {}

    /// The text of that key.
    public static String text(String key) {
        return BUNDLE.getString(key);
    }

    /// The text of that key with values in its places.
    public static String text(String key, Object... values) {
        return new MessageFormat(text(key), Locale.ROOT).format(values);
    }

    /// A number with thin gaps between its thousands.
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u2009');
    }

    /// Virtual time in seconds, to the microsecond.
    public static String seconds(long nanos) {
        String micros = String.format(Locale.ROOT, "%06d", nanos / 1_000 % 1_000_000);
        return nanos / 1_000_000_000
                + "."
                + micros.substring(0, 3)
                + "\u2009"
                + micros.substring(3)
                + " s";
    }
}

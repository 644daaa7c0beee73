package wrong.ring3.kernel;

import java.util.Locale;

final class FormatsForALocale {
    private FormatsForALocale() {}

    static String wrong(int port) {
        return "port %d".formatted(port);
    }

    static String right(int port) {
        return String.format(Locale.ROOT, "port %d", port);
    }
}

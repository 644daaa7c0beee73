package ring3.visualizer;

import java.util.Locale;

/// A set of colours; the tokens file has a list for each.
public enum Theme {
    DARK,
    LIGHT;

    /// The class of the window's root in the style sheets.
    public String styleClass() {
        return "theme-" + name().toLowerCase(Locale.ROOT);
    }

    /// The next one round.
    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }
}

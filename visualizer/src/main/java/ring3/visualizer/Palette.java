package ring3.visualizer;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The colours of a theme for what is painted rather than styled. They come from the same file as
/// those of the style sheet.
public final class Palette {
    private static final Pattern TOKEN = Pattern.compile("-r3-([a-z-]+):\\s*(#[0-9a-f]{6});");

    private final Map<String, Color> colours;

    private Palette(Map<String, Color> colours) {
        this.colours = colours;
    }

    /// The colours of that theme.
    public static Palette of(Theme theme) {
        String text = Assets.text("style/tokens.css");
        int begin = text.indexOf("." + theme.styleClass() + " {");
        String block = text.substring(begin, text.indexOf('}', begin));
        Map<String, Color> colours = new TreeMap<>();
        Matcher token = TOKEN.matcher(block);
        while (token.find()) {
            colours.put(token.group(1), Color.web(token.group(2)));
        }
        return new Palette(colours);
    }

    /// The colour of a token, named without its prefix: `fault-line`.
    public Color get(String token) {
        Color colour = colours.get(token);
        if (colour == null) {
            throw new IllegalArgumentException("tokens.css has no " + token);
        }
        return colour;
    }

    /// All tokens and their colours, by name.
    public Map<String, Color> all() {
        return Map.copyOf(colours);
    }
}

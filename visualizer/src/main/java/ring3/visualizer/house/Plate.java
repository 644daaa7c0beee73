package ring3.visualizer.house;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import ring3.visualizer.Palette;

/// The ground that words stand on where they cross lines.
final class Plate {
    /// Its height for one line of words.
    static final double HEIGHT = 16;

    private Plate() {}

    static void paint(GraphicsContext pen, Rectangle2D area, Palette palette) {
        pen.setFill(palette.get("panel").deriveColor(0, 1, 1, 0.9));
        pen.fillRoundRect(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight(), 6, 6);
    }

    /// How wide those words are.
    static double width(String words, Font font) {
        var measure = new Text(words);
        measure.setFont(font);
        return measure.getLayoutBounds().getWidth();
    }
}

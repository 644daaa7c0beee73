package ring3.visualizer.led;

import static ring3.visualizer.Texts.text;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import ring3.hardware.LedPicture;

/// The lights of the LED panel, as large as its width allows. A panel that is on shows its dark
/// lights too; one that is off says so in a word and has a dashed edge.
///
/// All lights that shine are one shape, and so are all lights there are: a new picture changes one
/// node and moves none.
public final class LedView extends Region {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final int pitchMax;
    private final int frame;
    private final SVGPath all = new SVGPath();
    private final SVGPath lit = new SVGPath();
    private final Label word = new Label(text("led.off"));
    private LedPicture shown = LedPicture.OFF;
    private int pitch;

    /// A view of a panel that is off.
    ///
    /// @param pitchMax pixels from one light to the next, at most
    /// @param frame pixels between the edge and the lights, on each side
    public LedView(int pitchMax, int frame) {
        this.pitchMax = pitchMax;
        this.frame = frame;
        getStyleClass().add("led");
        all.getStyleClass().add("led-all");
        lit.getStyleClass().add("led-lit");
        word.getStyleClass().add("led-off");
        getChildren().addAll(all, lit, word);
        getChildren().forEach(child -> child.setManaged(false));
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMaxHeight(USE_PREF_SIZE);
        tell();
    }

    /// Shows that picture from now on.
    public void show(LedPicture next) {
        if (!next.equals(shown)) {
            shown = next;
            paintLit();
            tell();
        }
    }

    private void tell() {
        pseudoClassStateChanged(OFF, !shown.isOn());
        all.setVisible(shown.isOn());
        word.setVisible(!shown.isOn());
        setAccessibleText(text("led.name", LedWords.of(shown)));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return pitchMax * (double) LedPicture.COLUMNS + 2 * frame;
    }

    @Override
    protected double computePrefHeight(double width) {
        return pitch(width < 0 ? prefWidth(-1) : width) * (double) LedPicture.ROWS + 2 * frame;
    }

    private int pitch(double width) {
        return Math.clamp((int) (width - 2 * frame) / LedPicture.COLUMNS, 1, pitchMax);
    }

    @Override
    protected void layoutChildren() {
        if (pitch(getWidth()) != pitch) {
            pitch = pitch(getWidth());
            all.setContent(dots(Math.max(1, pitch / 3), LedView::any));
            paintLit();
        }
        double left = Math.floor((getWidth() - pitch * (double) LedPicture.COLUMNS) / 2);
        // Not relocate(), which would move the first light that shines to where the panel begins.
        for (SVGPath dots : List.of(all, lit)) {
            dots.setLayoutX(left);
            dots.setLayoutY(frame);
        }
        word.autosize();
        word.relocate(
                Math.rint((getWidth() - word.getWidth()) / 2),
                Math.rint((getHeight() - word.getHeight()) / 2));
    }

    private static boolean any(int column, int row) {
        return true;
    }

    private void paintLit() {
        lit.setContent(dots(Math.max(2, pitch - 1), shown::isLit));
    }

    /// A square for each light that is wanted, in whole pixels so that none is blurred.
    private String dots(int side, Lights wanted) {
        var dots = new StringBuilder();
        int inset = (pitch - side) / 2;
        for (int row = 0; row < LedPicture.ROWS; row++) {
            for (int column = 0; column < LedPicture.COLUMNS; column++) {
                if (wanted.include(column, row)) {
                    dots.append('M').append(column * pitch + inset);
                    dots.append(' ').append(row * pitch + inset);
                    dots.append('h').append(side).append('v').append(side);
                    dots.append('h').append(-side).append('z');
                }
            }
        }
        return dots.toString();
    }

    private interface Lights {
        boolean include(int column, int row);
    }
}

package ring3.visualizer.house;

import javafx.geometry.Rectangle2D;

/// Where everything is, for a house of one size. Places are fixed: a box moves only when its layer
/// becomes so full that all boxes of it must be narrower.
///
/// @param width pixels
/// @param height pixels
public record HouseLayout(double width, double height) {
    /// Where the boxes begin, right of the layer's name.
    public static final double NAMES_WIDTH = 92;

    /// Between layers; messages travel there.
    private static final double GAP = 14;

    /// Between the drivers and the kernel, for the line that none of them may cross.
    private static final double BOUNDARY_GAP = 40;

    private static final double MARGIN = 6;
    private static final double BOX_GAP = 8;
    private static final double BOX_WIDTH_MAX = 168;
    private static final int COLUMNS_MIN = 5;

    /// Boxes narrower than this cannot say what they are.
    private static final double PITCH_MIN = 91;

    private static final int ROWS_MAX = 3;
    private static final double ROW_GAP = 4;
    private static final double[] WEIGHTS = {1, 1, 1, 0.86, 0.8};

    /// The floor of a layer.
    public Rectangle2D band(Layer layer) {
        double y = MARGIN;
        for (Layer above : Layer.values()) {
            if (above == layer) {
                break;
            }
            y += bandHeight(above) + gapBelow(above);
        }
        return new Rectangle2D(
                MARGIN, y, Math.max(0, width - 2 * MARGIN), Math.max(0, bandHeight(layer)));
    }

    /// The box at a place of a layer. A layer with more boxes than one row has room for gets more
    /// rows, which are lower; a box then keeps its place until the rows must change.
    ///
    /// @param places how many places the layer has
    public Rectangle2D box(Layer layer, int place, int places) {
        Rectangle2D band = band(layer);
        double room = band.getWidth() - NAMES_WIDTH - BOX_GAP;
        int columnsMax = Math.max(COLUMNS_MIN, (int) (room / PITCH_MIN));
        int rows = Math.clamp(Math.ceilDiv(places, columnsMax), 1, ROWS_MAX);
        int columns =
                rows == 1
                        ? Math.max(COLUMNS_MIN, places)
                        : Math.max(columnsMax, Math.ceilDiv(places, rows));
        int row = place / columns;
        int column = place % columns;
        double pitch = Math.min(room / columns, BOX_WIDTH_MAX + BOX_GAP);
        double inset = Math.min(7, band.getHeight() / 10);
        double rowGap = rows == 1 ? 0 : ROW_GAP;
        double height = (band.getHeight() - 2 * inset - (rows - 1) * rowGap) / rows;
        return new Rectangle2D(
                band.getMinX() + NAMES_WIDTH + column * pitch,
                band.getMinY() + inset + row * (height + rowGap),
                Math.max(0, pitch - BOX_GAP),
                Math.max(0, height));
    }

    /// The height of the line between the user's mode and the kernel's.
    public double boundaryY() {
        return band(Layer.DRIVER).getMaxY() + BOUNDARY_GAP / 2;
    }

    private double bandHeight(Layer layer) {
        double gaps = 0;
        double weights = 0;
        for (Layer each : Layer.values()) {
            gaps += gapBelow(each);
            weights += WEIGHTS[each.ordinal()];
        }
        return (height - 2 * MARGIN - gaps) * WEIGHTS[layer.ordinal()] / weights;
    }

    private static double gapBelow(Layer layer) {
        return switch (layer) {
            case USER, SERVER, KERNEL -> GAP;
            case DRIVER -> BOUNDARY_GAP;
            case HARDWARE -> 0;
        };
    }
}

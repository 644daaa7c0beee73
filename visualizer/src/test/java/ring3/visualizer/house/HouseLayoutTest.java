package ring3.visualizer.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseLayoutTest {
    @ParameterizedTest
    @CsvSource({
        "740, 420, 5",
        "740, 420, 9",
        "1010, 600, 8",
        "300, 200, 12",
        "740, 420, 14",
        "1010, 600, 30"
    })
    void boxesLieInTheirBandsAndNeverOnEachOther(double width, double height, int places) {
        var layout = new HouseLayout(width, height);
        List<Rectangle2D> boxes = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            for (int place = 0; place < places; place++) {
                Rectangle2D box = layout.box(layer, place, places);
                assertTrue(layout.band(layer).contains(box), layer + " " + place);
                boxes.forEach(other -> assertFalse(other.intersects(box)));
                boxes.add(box);
            }
        }
    }

    @Test
    void theBoundaryRunsBetweenDriversAndKernel() {
        var layout = new HouseLayout(1000, 600);

        assertTrue(layout.band(Layer.DRIVER).getMaxY() < layout.boundaryY());
        assertTrue(layout.boundaryY() < layout.band(Layer.KERNEL).getMinY());
    }

    @Test
    void aBoxStaysWhereItIsWhileItsLayerHasRoom() {
        var layout = new HouseLayout(1000, 600);

        assertEquals(layout.box(Layer.USER, 1, 2), layout.box(Layer.USER, 1, 5));
    }

    @Test
    void theSevenDevicesStandInOneRowInAWindowOf1280Pixels() {
        var layout = new HouseLayout(750, 422);

        assertEquals(
                layout.box(Layer.HARDWARE, 0, 7).getMinY(),
                layout.box(Layer.HARDWARE, 6, 7).getMinY());
    }

    @Test
    void aCrowdedLayerGetsAnotherRowAndItsBoxesStay() {
        var layout = new HouseLayout(740, 420);
        Rectangle2D last = layout.box(Layer.USER, 5, 6);
        Rectangle2D below = layout.box(Layer.USER, 6, 7);

        assertTrue(below.getMinY() > layout.box(Layer.USER, 5, 7).getMaxY());
        assertEquals(last.getMinX(), layout.box(Layer.USER, 5, 7).getMinX());
        assertEquals(layout.box(Layer.USER, 3, 7), layout.box(Layer.USER, 3, 12));
    }
}

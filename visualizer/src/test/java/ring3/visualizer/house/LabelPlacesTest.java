package ring3.visualizer.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class LabelPlacesTest {
    private static final Rectangle2D FLOOR = new Rectangle2D(0, 0, 700, 300);
    private static final Rectangle2D UPPER = new Rectangle2D(40, 20, 100, 80);
    private static final Rectangle2D LOWER = new Rectangle2D(480, 128, 100, 80);
    private static final double WIDTH = 70;

    private final LabelPlaces words = new LabelPlaces(FLOOR, List.of(UPPER, LOWER));
    private final Route lane = Route.between(UPPER, LOWER);

    private Rectangle2D take(double progress) {
        Rectangle2D place = words.take(lane, progress, WIDTH);
        assertNotNull(place);
        return place;
    }

    @Test
    void wordsStandRightOfTheirEnvelopeWhereThereIsRoom() {
        Rectangle2D place = take(0.5);

        assertEquals(lane.at(0.5).getX() + LabelPlaces.BESIDE, place.getMinX());
        assertEquals(lane.at(0.5).getY(), place.getMinY() + place.getHeight() / 2);
    }

    @Test
    void wordsGoToTheOtherSideWhenTheRightOneIsTaken() {
        Rectangle2D first = take(0.5);

        Rectangle2D second = take(0.5);

        assertEquals(lane.at(0.5).getX() - LabelPlaces.BESIDE, second.getMaxX());
        assertFalse(first.intersects(second));
    }

    @Test
    void wordsSlideOffTheBoxThatTheirEnvelopeLeaves() {
        Rectangle2D place = take(0.02);

        assertFalse(place.intersects(UPPER));
        assertFalse(place.intersects(LOWER));
    }

    @Test
    void noWordsEverOverlapAndWhatFindsNoRoomGoesWithout() {
        List<Rectangle2D> places = new ArrayList<>();
        int without = 0;
        for (int i = 0; i < 20; i++) {
            Rectangle2D place = words.take(lane, 0.3 + i * 0.02, WIDTH);
            if (place == null) {
                without++;
            } else {
                assertTrue(places.stream().noneMatch(place::intersects));
                places.add(place);
            }
        }

        assertTrue(places.size() >= 3, places.toString());
        assertTrue(without > 0);
    }

    @Test
    void wordsStayAwayFromWhatIsKeptFree() {
        words.keepFree(FLOOR);

        assertNull(words.take(lane, 0.5, WIDTH));
    }
}

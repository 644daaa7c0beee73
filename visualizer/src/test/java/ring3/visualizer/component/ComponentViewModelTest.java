package ring3.visualizer.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ring3.visualizer.WorkReport;
import ring3.visualizer.WorkReport.Stage;
import ring3.visualizer.Workbench;

class ComponentViewModelTest {
    private final List<String> orders = new ArrayList<>();
    private final Queue<WorkReport> reports = new ArrayDeque<>();
    private final ComponentViewModel model = new ComponentViewModel(new Bench());

    private final class Bench implements Workbench {
        @Override
        public void chooseFolder() {
            orders.add("choose");
        }

        @Override
        public void put() {
            orders.add("put");
        }

        @Override
        public @Nullable WorkReport take() {
            return reports.poll();
        }
    }

    private void report(Stage stage, String... lines) {
        reports.add(new WorkReport("led", stage, List.of(lines)));
        model.tick();
    }

    @Test
    void whoPutsNothingChoosesFirst() {
        model.put();
        report(Stage.CHOSEN);
        model.put();

        assertEquals(List.of("choose", "put"), orders);
    }

    @Test
    void mistakesAreShownUntilTheNextAttempt() {
        report(Stage.CHOSEN);
        report(Stage.WRONG, "Led.java:3: cannot find symbol");
        assertEquals(List.of("Led.java:3: cannot find symbol"), model.lines());
        assertTrue(model.wordsProperty().get().startsWith("led has mistakes"));

        report(Stage.BUILDING);
        assertTrue(model.lines().isEmpty());
    }

    @Test
    void whatIsOnTheMachineCanBeReplacedAndAnotherFolderCannot() {
        report(Stage.CHOSEN);
        report(Stage.SENT);
        assertFalse(model.deliveredProperty().get());

        report(Stage.DONE);
        report(Stage.WRONG);
        assertTrue(model.deliveredProperty().get());

        report(Stage.CHOSEN);
        assertFalse(model.deliveredProperty().get());
    }
}

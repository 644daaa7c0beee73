package ring3.app.lab;

import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import ring3.app.Home;
import ring3.app.scenario.Play;
import ring3.app.scenario.Scenario;
import ring3.app.scenario.Scenarios;
import ring3.app.session.MachineThread;
import ring3.app.session.Session;
import ring3.events.Observer;
import ring3.visualizer.EventTrace;
import ring3.visualizer.Lab;
import ring3.visualizer.LabWindow;
import ring3.visualizer.LatestSnapshot;
import ring3.visualizer.Theme;

/// The lab on a machine that plays a scenario: the window, and the thread behind it.
public final class LabApplication {
    private final Home home;
    private final String name;
    private final Scenario scenario;
    private final LatestSnapshot latest = new LatestSnapshot();
    private final EventTrace trace = new EventTrace();
    private final MachineThread machine;
    private final FolderChooser chooser;

    /// A lab with a machine that stands and has no window yet.
    ///
    /// @param chooser asks for the folder of a component
    public LabApplication(Home home, String scenarioName, FolderChooser chooser) {
        this.home = home;
        this.chooser = chooser;
        name = scenarioName;
        scenario = new Scenarios(home).find(scenarioName);
        Function<Observer, Session> powerOn = this::powerOn;
        machine = new MachineThread(powerOn, trace, latest, LabApplication::tell);
    }

    private Session powerOn(Observer observer) {
        return new Play(name, scenario, scenario.seed(), home.systemDisk(), null, observer)
                .session();
    }

    private static void tell(String sentence) {
        System.err.println("ring3: internal error: " + sentence);
    }

    /// Opens the lab and returns when its window was closed. Returns false at once when there is no
    /// display to open it on.
    ///
    /// @throws ring3.app.BadInput when there is no such scenario
    public static boolean open(Home home, String scenarioName) {
        var application = new LabApplication(home, scenarioName, FolderChooser.DIALOG);
        var closed = new CountDownLatch(1);
        try {
            Platform.startup(() -> application.show(new Stage(), closed::countDown));
        } catch (UnsupportedOperationException noDisplay) {
            return false;
        }
        try {
            closed.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        return true;
    }

    /// Shows the lab in that window and lets the machine go. To be called on the JavaFX thread.
    public void show(Stage stage, Runnable onClosed) {
        var sources = new Sources(home);
        var workbench = new LabWorkbench(() -> chooser.choose(stage), machine::send, sources);
        var lab = new Lab(machine, latest, trace, sources, workbench, scenario.title(), Theme.DARK);
        LabWindow.show(stage, lab, "Ring3: " + scenario.title());
        stage.addEventHandler(
                WindowEvent.WINDOW_HIDDEN,
                _ -> {
                    machine.close();
                    onClosed.run();
                });
        machine.start();
        machine.run();
    }
}

package ring3.visualizer;

import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import ring3.visualizer.calls.CallsView;
import ring3.visualizer.calls.CallsViewModel;
import ring3.visualizer.component.ComponentView;
import ring3.visualizer.component.ComponentViewModel;
import ring3.visualizer.console.ConsoleView;
import ring3.visualizer.console.ConsoleViewModel;
import ring3.visualizer.house.HouseView;
import ring3.visualizer.house.HouseViewModel;
import ring3.visualizer.inspector.DeviceViewModel;
import ring3.visualizer.inspector.InspectorView;
import ring3.visualizer.inspector.InspectorViewModel;
import ring3.visualizer.log.LogView;
import ring3.visualizer.log.LogViewModel;
import ring3.visualizer.status.StatusView;
import ring3.visualizer.status.StatusViewModel;
import ring3.visualizer.transport.TransportView;
import ring3.visualizer.transport.TransportViewModel;

/// The lab: every view of one machine, and the timer that gives them a frame at most sixty times a
/// second. All of it lives on the JavaFX thread.
public final class Lab {
    private static final double TICK_MILLIS_MAX = 100;

    private final LatestSnapshot latest;
    private final Selection selection = new Selection();
    private final TransportViewModel transport;
    private final HouseViewModel houseModel;
    private final InspectorViewModel inspector;
    private final DeviceViewModel device = new DeviceViewModel(selection);
    private final LogViewModel logModel;
    private final ConsoleViewModel consoleModel;
    private final StatusViewModel status = new StatusViewModel();
    private final CallsViewModel callsModel = new CallsViewModel();
    private final HouseView house;
    private final LogView log;
    private final Panes panes;
    private final Shortcuts shortcuts = new Shortcuts(this::escape);
    private final CallsView calls = new CallsView(callsModel);
    private final ComponentViewModel componentModel;
    private final ComponentView component;
    private final Sheet keySheet;
    private final Sheet callSheet = new Sheet("calls-sheet", calls.node());
    private final Sheet componentSheet;
    private final StackPane root;
    private final AnimationTimer timer = new FrameTimer();
    private Theme theme;
    private int run;

    /// The lab of one machine.
    ///
    /// @param control what the person in front of it does to the machine
    /// @param latest where the frames come from
    /// @param trace the events behind them
    /// @param source the program texts of the processes
    /// @param workbench what the person does with a component of his own
    /// @param scenario what the machine plays, in a few words
    public Lab(
            MachineControl control,
            LatestSnapshot latest,
            EventTrace trace,
            SourceText source,
            Workbench workbench,
            String scenario,
            Theme theme) {
        Assets.loadFonts();
        this.latest = latest;
        this.theme = theme;
        transport = new TransportViewModel(control);
        houseModel = new HouseViewModel(trace, selection);
        inspector = new InspectorViewModel(control, selection, trace, source);
        logModel = new LogViewModel(trace);
        consoleModel = new ConsoleViewModel(control);
        house = new HouseView(houseModel, Palette.of(theme));
        log = new LogView(logModel, trace.names());
        var console = new ConsoleView(consoleModel, () -> house.node().requestFocus());
        panes =
                new Panes(
                        house.node(),
                        log.node(),
                        new InspectorView(inspector, device).node(),
                        console.node());
        componentModel = new ComponentViewModel(workbench);
        component = new ComponentView(componentModel);
        componentSheet = new Sheet("component-sheet", component.node());
        addShortcuts();
        keySheet = KeySheet.of(shortcuts.all());
        root =
                new StackPane(
                        window(scenario), callSheet.node(), componentSheet.node(), keySheet.node());
        root.getStylesheets().addAll(Assets.styleSheet("tokens.css"), Assets.styleSheet("lab.css"));
        root.getStyleClass().addAll("lab", theme.styleClass());
    }

    private BorderPane window(String scenario) {
        var window = new BorderPane(panes.node());
        window.setTop(
                new TransportView(transport, scenario, this::changeTheme, this::toggleKeySheet)
                        .node());
        window.setBottom(new StatusView(status, this::toggleComponent, this::toggleCalls).node());
        return window;
    }

    private void addShortcuts() {
        shortcuts.add("Space", "keys.toggle", transport::toggleRunning);
        shortcuts.add("K", "keys.toggle", transport::toggleRunning);
        shortcuts.add("F5", "keys.run", transport::run);
        shortcuts.add("Right", "keys.step", transport::step);
        shortcuts.add("F11", "keys.stepMessage", () -> transport.step(StepSize.MESSAGE));
        shortcuts.add("F10", "keys.stepProcess", () -> transport.step(StepSize.PROCESS));
        shortcuts.add("1", "keys.size1", () -> stepSize(StepSize.MESSAGE));
        shortcuts.add("2", "keys.size2", () -> stepSize(StepSize.EVENT));
        shortcuts.add("3", "keys.size3", () -> stepSize(StepSize.PROCESS));
        shortcuts.add("Shift+F5", "keys.start", transport::toStart);
        shortcuts.add("[", "keys.slower", () -> transport.changeSpeed(-1));
        shortcuts.add("]", "keys.faster", () -> transport.changeSpeed(1));
        shortcuts.add("0", "keys.normal", transport::normalSpeed);
        shortcuts.add("X", "keys.crash", inspector::crash);
        shortcuts.add("F", "keys.fit", () -> fit());
        shortcuts.add("T", "keys.theme", this::changeTheme);
        shortcuts.add("Ctrl+F", "keys.filter", () -> focusSearch());
        shortcuts.add("C", "keys.calls", this::toggleCalls);
        shortcuts.add("Ctrl+O", "keys.component", this::toggleComponent);
        shortcuts.add("Ctrl+R", "keys.replace", this::putComponent);
        shortcuts.add("Esc", "keys.leave", this::escape);
        shortcuts.add("F1", "keys.help", this::toggleKeySheet);
        shortcuts.add("?", "keys.help", this::toggleKeySheet);
    }

    private void stepSize(StepSize size) {
        transport.stepSizeProperty().set(size);
    }

    private void fit() {
        panes.arrange();
    }

    private void focusSearch() {
        if (callSheet.isShown()) {
            calls.focusSearch();
        } else {
            log.focusSearch();
        }
    }

    private void toggleKeySheet() {
        toggle(keySheet);
    }

    /// Shows the table of kernel calls, or hides it.
    void toggleCalls() {
        toggle(callSheet);
        if (callSheet.isShown()) {
            calls.focusSearch();
        }
    }

    /// Shows the sheet for a component of one's own, or hides it.
    private void toggleComponent() {
        toggle(componentSheet);
        if (componentSheet.isShown()) {
            component.focus();
        }
    }

    private void putComponent() {
        if (!componentSheet.isShown()) {
            toggleComponent();
        }
        componentModel.put();
    }

    private void toggle(Sheet sheet) {
        boolean show = !sheet.isShown();
        hideSheet();
        if (show) {
            sheet.show();
        }
    }

    /// Returns whether there was one to be hidden.
    private boolean hideSheet() {
        return keySheet.hide() || callSheet.hide() || componentSheet.hide();
    }

    private void escape() {
        if (hideSheet()) {
            return;
        }
        if (house.node().isFocused()) {
            selection.clear();
        }
        house.node().requestFocus();
    }

    private void changeTheme() {
        root.getStyleClass().remove(theme.styleClass());
        theme = theme.next();
        root.getStyleClass().add(theme.styleClass());
        house.use(Palette.of(theme));
    }

    /// The root of the scene.
    public Parent root() {
        return root;
    }

    /// What is selected in all views.
    public Selection selection() {
        return selection;
    }

    /// The colours in use.
    public Theme theme() {
        return theme;
    }

    /// Listens to the keys of that window and begins to show frames.
    public void start(Scene scene) {
        shortcuts.install(scene);
        house.node().requestFocus();
        timer.start();
    }

    /// Shows no more frames.
    public void stop() {
        timer.stop();
    }

    /// Shows the machine as in that frame, with the last messages in the air, for a picture.
    void pose(LabFrame frame) {
        showAround(frame);
        houseModel.pose(frame);
        house.paint();
        log.follow();
    }

    /// Shows that frame; on the JavaFX thread.
    void show(LabFrame frame) {
        showAround(frame);
        houseModel.show(frame);
    }

    /// Another run begins, or the first that this lab sees.
    private void begin(LabFrame frame) {
        run = frame.run();
        transport.adopt(frame);
        houseModel.forget();
        inspector.forget();
        logModel.forget();
    }

    private void showAround(LabFrame frame) {
        if (frame.run() != run) {
            begin(frame);
        }
        transport.show(frame);
        inspector.show(frame);
        device.show(frame);
        logModel.show(frame);
        consoleModel.show(frame);
        status.show(frame);
        callsModel.show(frame);
    }

    /// Takes the newest frame, if there is one, and lets what moves go on.
    private final class FrameTimer extends AnimationTimer {
        private long before;

        @Override
        public void handle(long nanos) {
            LabFrame frame = latest.take();
            if (frame != null) {
                show(frame);
            }
            componentModel.tick();
            houseModel.tick(before == 0 ? 0 : Math.min((nanos - before) / 1e6, TICK_MILLIS_MAX));
            before = nanos;
            house.paint();
        }
    }
}

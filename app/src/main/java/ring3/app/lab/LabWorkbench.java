package ring3.app.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ring3.app.BadInput;
import ring3.app.session.Parcel;
import ring3.app.student.BuildComponent;
import ring3.app.student.Component;
import ring3.app.student.ComponentFolder;
import ring3.app.student.Delivery;
import ring3.app.student.Mistakes;
import ring3.visualizer.WorkReport;
import ring3.visualizer.WorkReport.Stage;
import ring3.visualizer.Workbench;

/// Builds a student's component on a thread of its own, so that neither the machine nor the window
/// waits for the compiler, and sends it to the machine.
final class LabWorkbench implements Workbench {
    private final Supplier<@Nullable Path> chooser;
    private final Consumer<Parcel> machine;
    private final Sources sources;
    private final Queue<WorkReport> reports = new ConcurrentLinkedQueue<>();
    private final ExecutorService builder =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("builder").daemon().factory());
    private @Nullable Path folder;

    /// @param chooser asks for a folder
    /// @param machine takes parcels
    /// @param sources learns of the program texts
    LabWorkbench(Supplier<@Nullable Path> chooser, Consumer<Parcel> machine, Sources sources) {
        this.chooser = chooser;
        this.machine = machine;
        this.sources = sources;
    }

    @Override
    public void chooseFolder() {
        Path chosen = chooser.get();
        if (chosen != null) {
            folder = chosen;
            report(chosen.toString(), Stage.CHOSEN, List.of());
        }
    }

    @Override
    public void put() {
        Path chosen = folder;
        if (chosen != null) {
            builder.execute(() -> put(chosen));
        }
    }

    private void put(Path chosen) {
        try {
            ComponentFolder component = new ComponentFolder(chosen);
            String name = component.name().text();
            report(name, Stage.BUILDING, List.of());
            send(component, new BuildComponent(component).build());
        } catch (Mistakes mistakes) {
            report(chosen.getFileName().toString(), Stage.WRONG, lines(mistakes.getMessage()));
        } catch (BadInput bad) {
            report(chosen.toString(), Stage.WRONG, lines(bad.sentence()));
        }
    }

    private void send(ComponentFolder folder, Component component) {
        String name = component.name().text();
        sources.add(folder.texts());
        report(name, Stage.SENT, List.of());
        machine.accept(
                Delivery.of(
                        component,
                        (status, said) ->
                                report(name, status == 0 ? Stage.DONE : Stage.FAILED, said)));
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    private void report(String name, Stage stage, List<String> lines) {
        reports.add(new WorkReport(name, stage, lines));
    }

    @Override
    public @Nullable WorkReport take() {
        return reports.poll();
    }
}

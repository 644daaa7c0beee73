package ring3.app.student;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ring3.app.Installation;
import ring3.app.student.Tutorial.Step;

/// Follows `docs/write-a-driver.md` word by word from an empty folder: types every command and
/// compares every answer, types in every listing, and looks at the panel where the page says what
/// is to be seen there.
class WriteADriverTest {
    private static final Path PAGE = Path.of("..", "docs", "write-a-driver.md");

    @TempDir private Path folder;

    @Test
    void everyCommandAndListingOfThePageDoesWhatItSays() throws Exception {
        List<Step> steps = Tutorial.steps(PAGE);
        assertTrue(steps.size() > 20, "the page has its steps in fences");
        for (Step step : steps) {
            String place = PAGE.getFileName() + ":" + step.line() + ": ";
            switch (step.kind()) {
                case "console" -> typeCommands(place, step.text());
                case "java" -> change("led/src/Led.java", step.text());
                case "conf" -> Files.writeString(folder.resolve("led/led.conf"), step.text());
                case "java look" -> assertHolds(place, "led/src/Led.java", step.text());
                case "conf look" -> assertHolds(place, "led/led.conf", step.text());
                case "panel" -> lookAtPanel(place, step.text());
                default -> throw new AssertionError(place + "what is " + step.kind() + "?");
            }
        }
    }

    private void change(String file, String listing) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Listing.typedInto(Files.readString(path), listing));
    }

    private void assertHolds(String place, String file, String text) throws IOException {
        String all = Files.readString(folder.resolve(file));
        assertTrue(all.contains(text), place + "this is not in " + file + "\n" + all);
    }

    /// A line `$ COMMAND` is typed, and the lines below it are what it prints. What goes to the
    /// output and to the log keeps its order each.
    private void typeCommands(String place, String text) throws Exception {
        List<String> expected = new ArrayList<>();
        String command = "";
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("$ ")) {
                typeCommand(place, command, expected);
                command = line.substring(2);
                expected.clear();
            } else if (!line.isEmpty()) {
                expected.add(line);
            }
        }
        typeCommand(place, command, expected);
    }

    private void typeCommand(String place, String command, List<String> expected)
            throws IOException, InterruptedException {
        if (command.isEmpty()) {
            return;
        }
        Path out = folder.resolveSibling(folder.getFileName() + ".out");
        Path err = folder.resolveSibling(folder.getFileName() + ".err");
        var builder = new ProcessBuilder("sh", "-c", command);
        builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        String path = builder.environment().get("PATH");
        builder.environment().put("PATH", Installation.launcher().getParent() + ":" + path);
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), place + command);
        List<String> printed = new ArrayList<>(Files.readAllLines(out));
        printed.addAll(Files.readAllLines(err));
        Files.delete(out);
        Files.delete(err);
        assertEquals(
                String.join("\n", expected.stream().sorted().toList()),
                String.join("\n", printed.stream().sorted().toList()),
                place + command);
    }

    /// A promise is `'COMMAND': TEXT`.
    private void lookAtPanel(String place, String promise) throws Exception {
        int end = promise.lastIndexOf("': ");
        String command = promise.substring(1, end);
        String source = Files.readString(folder.resolve("led/src/Led.java"));
        Component led = new BuildComponent(new ComponentFolder(folder.resolve("led"))).current();
        assertFalse(led.executable().length == 0);
        assertEquals(
                promise.substring(end + 3),
                new PanelReader(source).read(led, command),
                place + command);
    }
}

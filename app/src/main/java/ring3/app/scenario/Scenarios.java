package ring3.app.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import ring3.app.BadInput;
import ring3.app.FileTrouble;
import ring3.app.Home;

/// All scenarios that can be named: the shipped ones by their names, others by their files.
public final class Scenarios {
    /// What is played when nobody asked for anything.
    public static final String DEFAULT = "boot";

    private static final String ENDING = ".json";
    private static final String SCHEMA = "scenario.schema.json";

    private final Path shipped;

    /// The scenarios that came with an installation.
    public Scenarios(Home home) {
        shipped = home.scenarios();
    }

    /// The names of the shipped scenarios, in order.
    public List<String> names() {
        try (Stream<Path> files = Files.list(shipped)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING) && !name.equals(SCHEMA))
                    .map(Scenarios::withoutEnding)
                    .sorted()
                    .toList();
        } catch (IOException problem) {
            throw FileTrouble.with(shipped, problem);
        }
    }

    /// The scenario of that name, or the one in that file.
    ///
    /// @throws BadInput when there is neither, or it is none
    public Scenario find(String nameOrFile) {
        return new ScenarioFile(shipped.resolve(SCHEMA)).read(file(nameOrFile));
    }

    private Path file(String nameOrFile) {
        if (names().contains(nameOrFile)) {
            return shipped.resolve(nameOrFile + ENDING);
        }
        Path file = Path.of(nameOrFile);
        if (!Files.exists(file)) {
            throw new BadInput(
                    file,
                    "no file and no shipped scenario has this name; shipped are "
                            + String.join(", ", names()));
        }
        return file;
    }

    /// What to call the scenario in reports.
    public static String title(String nameOrFile) {
        return withoutEnding(String.valueOf(Path.of(nameOrFile).getFileName()));
    }

    private static String withoutEnding(String name) {
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}

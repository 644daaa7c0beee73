package ring3.app.scenario;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import ring3.app.BadInput;
import ring3.app.FileTrouble;
import ring3.components.Kind;
import ring3.components.servers.rs.BootTable;
import ring3.components.servers.rs.ServiceConfig;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads scenarios: JSON that keeps to the shipped schema.
final class ScenarioFile {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    private final Path schemaFile;

    /// A reader that checks against that JSON Schema.
    ScenarioFile(Path schemaFile) {
        this.schemaFile = schemaFile;
    }

    /// The scenario in a file.
    ///
    /// @throws BadInput when the file cannot be read or holds no scenario; it names the first place
    ///   that is wrong
    Scenario read(Path file) {
        String text = text(file);
        try {
            JsonNode json = MAPPER.readTree(text);
            check(file, text);
            return checked(file, MAPPER.treeToValue(json, Scenario.class));
        } catch (JacksonException problem) {
            throw new BadInput(file, place(problem), firstLine(problem.getOriginalMessage()));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw FileTrouble.with(file, problem);
        }
    }

    private void check(Path file, String text) {
        List<Error> errors = schema().validate(text, InputFormat.JSON);
        if (!errors.isEmpty()) {
            Error first = errors.getFirst();
            String place = first.getInstanceLocation().toString();
            throw new BadInput(
                    file, place.isEmpty() ? "top level" : place, firstLine(first.getMessage()));
        }
    }

    /// Its messages are for people who read the rest of ours.
    private Schema schema() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemaRegistryConfig(config))
                .getSchema(text(schemaFile), InputFormat.JSON);
    }

    /// What the schema cannot know: which services there are.
    private static Scenario checked(Path file, Scenario scenario) {
        List<String> services =
                BootTable.services().stream()
                        .filter(service -> service.kind() != Kind.USER)
                        .map(ServiceConfig::executable)
                        .distinct()
                        .toList();
        List<String> chosen = scenario.kernelModeServices();
        for (int i = 0; i < chosen.size(); i++) {
            if (!services.contains(chosen.get(i))) {
                throw new BadInput(
                        file,
                        "/kernelMode/" + i,
                        "no service is called '%s'; there are %s"
                                .formatted(chosen.get(i), String.join(", ", services)));
            }
        }
        return scenario;
    }

    private static String place(JacksonException problem) {
        var location = problem.getLocation();
        return location == null
                ? problem.getPathReference()
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it is no scenario");
    }
}

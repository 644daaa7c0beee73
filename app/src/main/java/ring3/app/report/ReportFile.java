package ring3.app.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ring3.app.FileTrouble;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes reports as JSON.
public final class ReportFile {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportFile() {}

    /// The report as JSON text.
    public static String json(Record report) {
        return MAPPER.writeValueAsString(report) + "\n";
    }

    /// Writes the report to a file, in place of what is there.
    ///
    /// @throws ring3.app.BadInput when the file cannot be written
    public static void write(Record report, Path file) {
        try {
            Files.writeString(file, json(report));
        } catch (IOException problem) {
            throw FileTrouble.with(file, problem);
        }
    }
}

package ring3.components.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ring3.components.programs.fake.FakeSystem;

/// Goal: our shell means what real shells mean. Method: the same script, with nothing in it that
/// depends on the host, is run by dash on the host and by ours; the output and status must be
/// equal.
class ShellParityTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/shell");
    private static final Path DASH = Path.of("/bin/dash");

    static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void oursDoesWhatDashDoes(Path script, @TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(DASH), "needs /bin/dash (Debian package dash)");

        assertEquals(byDash(script, folder), byOurs(Files.readString(script)));
    }

    private static String byDash(Path script, Path folder) throws Exception {
        Path work = Files.createDirectory(folder.resolve("w"));
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(DASH.toString(), script.toAbsolutePath().toString())
                        .directory(work.toFile())
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("PATH", "/bin:/usr/bin");
        builder.environment().put("HOME", "/");
        builder.environment().put("LC_ALL", "C");
        int status = builder.start().waitFor();
        return Files.readString(output, StandardCharsets.ISO_8859_1) + "status " + status;
    }

    private static String byOurs(String script) {
        FakeSystem system = ProgramsUnderTest.system().file("/tmp/script", script);
        FakeSystem.Outcome outcome =
                system.run(
                        "",
                        List.of("PATH=/bin", "HOME=/"),
                        "sh",
                        "-c",
                        "mkdir /tmp/w; cd /tmp/w; exec sh /tmp/script");
        return outcome.out() + "status " + outcome.status();
    }
}

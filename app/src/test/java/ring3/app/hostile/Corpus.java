package ring3.app.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ring3.loader.ExecutableFile;
import ring3.loader.Kind;
import ring3.loader.Linker;
import ring3.loader.Refusal;

/// The hostile programs, compiled and linked as students' programs are.
final class Corpus {
    private static final Path SOURCES = Path.of("src", "test", "resources", "hostile");
    private static final String EXPECT = "// expect: ";
    private static final String SUFFIX = ".java";

    private final Path classes;

    /// The corpus, compiled into the folder `classes`.
    Corpus(Path classes) throws IOException {
        this.classes = classes;
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
        arguments.addAll(List.of("-Xlint:none", "-cp", location("ring3.syslib")));
        int path = arguments.size() - 1;
        String both = arguments.get(path) + java.io.File.pathSeparator;
        arguments.set(path, both + location("ring3.components"));
        sources().forEach(file -> arguments.add(file.toString()));
        var complaints = new StringWriter();
        var out = new PrintWriter(complaints);
        int status =
                ToolProvider.findFirst("javac")
                        .orElseThrow()
                        .run(out, out, arguments.toArray(String[]::new));
        assertEquals(0, status, complaints.toString());
    }

    private static String location(String module) {
        URI location =
                ModuleLayer.boot()
                        .configuration()
                        .findModule(module)
                        .orElseThrow()
                        .reference()
                        .location()
                        .orElseThrow();
        return Path.of(location).toString();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    /// All tricks, by name.
    static List<Trick> tricks() throws IOException {
        List<Trick> tricks = new ArrayList<>();
        for (Path file : sources()) {
            String name = file.getFileName().toString().replace(SUFFIX, "");
            String expectation = Files.readAllLines(file).get(1);
            tricks.add(new Trick(name, expectation.substring(EXPECT.length())));
        }
        return tricks;
    }

    /// The executable of a trick.
    byte[] executable(Trick trick) throws Refusal {
        String name = trick.name();
        String shortName = name.substring(0, Math.min(name.length(), ExecutableFile.NAME_MAX));
        return new Linker(this::classFile).link(shortName, Kind.USER, name).bytes();
    }

    private byte @Nullable [] classFile(String name) {
        Path file = classes.resolve(name.replace('.', '/') + ".class");
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}

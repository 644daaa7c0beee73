package ring3.app.student;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import ring3.app.BadInput;
import ring3.components.Catalog;
import ring3.syslib.Syslib;

/// Compiles the program texts of a component with the compiler of the JDK that runs Ring3.
final class CompileSources {
    /// The class files are those of the Java that programs are written in, whatever runs Ring3.
    private static final List<String> OPTIONS =
            List.of("-g", "--release", "25", "-proc:none", "-Xlint:-classfile");

    private final List<Path> sources;

    CompileSources(List<Path> sources) {
        this.sources = sources;
    }

    /// The class files by their names, with dots.
    ///
    /// @throws Mistakes when there are errors
    /// @throws BadInput when this Java has no compiler
    Map<String, byte[]> compile() throws Mistakes {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new BadInput(
                    "this Java has no compiler: start Ring3 with a JDK, as RING3_JAVA_HOME names it");
        }
        var found = new DiagnosticCollector<JavaFileObject>();
        try (StandardJavaFileManager standard =
                        compiler.getStandardFileManager(found, Locale.ROOT, null);
                var files = new ClassesInMemory(standard)) {
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, libraries());
            boolean compiled =
                    compiler.getTask(
                                    null,
                                    files,
                                    found,
                                    OPTIONS,
                                    null,
                                    standard.getJavaFileObjectsFromPaths(sources))
                            .call();
            if (!compiled) {
                throw new Mistakes(mistakes(found));
            }
            return files.classFiles();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Path> libraries() {
        return Stream.of(Syslib.class, Catalog.class).map(CompileSources::home).toList();
    }

    /// Where the module of a class was loaded from.
    private static Path home(Class<?> type) {
        URI place =
                ModuleLayer.boot()
                        .configuration()
                        .findModule(type.getModule().getName())
                        .flatMap(module -> module.reference().location())
                        .orElseThrow();
        return Path.of(place);
    }

    private List<Mistake> mistakes(DiagnosticCollector<JavaFileObject> found) {
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each ->
                        Mistake.at(
                                file(each.getSource()),
                                each.getLineNumber(),
                                each.getMessage(Locale.ROOT)))
                .toList();
    }

    /// The compiler's own name of a file is longer than the one that the person gave.
    private @Nullable Path file(@Nullable JavaFileObject source) {
        if (source == null) {
            return null;
        }
        return sources.stream()
                .filter(path -> path.toUri().equals(source.toUri()))
                .findFirst()
                .orElse(null);
    }
}

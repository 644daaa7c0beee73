package ring3.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import ring3.components.Catalog;
import ring3.loader.LibraryFiles;

/// The class files of programs, from where the host has its own.
final class ClassFiles {
    private ClassFiles() {}

    /// The class file of that name, with dots, or null.
    static byte @Nullable [] find(String name) {
        String path = name.replace('.', '/') + ".class";
        try (InputStream file = ClassLoader.getSystemResourceAsStream(path)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The libraries of the components.
    static SortedMap<String, byte[]> library() {
        try {
            Path place =
                    Path.of(
                            Catalog.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            ModuleReference module = ModuleFinder.of(place).find("ring3.components").orElseThrow();
            return LibraryFiles.of(module);
        } catch (IOException | URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

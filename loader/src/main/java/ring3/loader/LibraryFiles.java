package ring3.loader;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The class files of the libraries that all programs share, as they lie in a module.
public final class LibraryFiles {
    private static final String SUFFIX = ".class";
    private static final String NO_CLASS = "package-info";

    private LibraryFiles() {}

    /// The class files by their names, with dots.
    ///
    /// @throws IOException when the module cannot be read
    public static SortedMap<String, byte[]> of(ModuleReference module) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ModuleReader reader = module.open()) {
            List<String> paths = reader.list().filter(path -> path.endsWith(SUFFIX)).toList();
            for (String path : paths) {
                String name = path.substring(0, path.length() - SUFFIX.length()).replace('/', '.');
                if (Shared.isLibrary(name) && !name.endsWith(NO_CLASS)) {
                    try (InputStream file = reader.open(path).orElseThrow()) {
                        files.put(name, file.readAllBytes());
                    }
                }
            }
        }
        return files;
    }
}

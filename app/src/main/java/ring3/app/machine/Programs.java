package ring3.app.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import ring3.app.FileTrouble;
import ring3.components.Catalog;
import ring3.loader.ExecutableFile;
import ring3.loader.Kind;
import ring3.loader.Library;
import ring3.loader.LibraryFiles;
import ring3.loader.Linker;
import ring3.loader.ProgramLoader;
import ring3.loader.Refusal;
import ring3.loader.TextCache;

/// The programs that come with Ring3: linked when the disk is made, loaded when a machine runs
/// them. All machines on a host share one loader, and so the text of their programs.
public final class Programs {
    /// The cache of the shipped programs, beside the modules.
    private static final String CACHE = "programs.cache";

    private static final String SUFFIX = ".class";

    /// Made when the first machine is.
    private static final class Shared {
        static final ProgramLoader LOADER = fromCache();
    }

    private Programs() {}

    /// The loader of all machines.
    public static ProgramLoader loader() {
        return Shared.LOADER;
    }

    /// The executable of an entry of the catalogue.
    public static ExecutableFile link(Catalog.Executable entry) {
        try {
            return linker().link(
                            entry.name(),
                            Kind.valueOf(entry.kind().name()),
                            entry.main().getName());
        } catch (Refusal impossible) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%s: %s", entry.name(), impossible.sentence()),
                    impossible);
        }
    }

    /// A linker that finds the classes of the components.
    public static Linker linker() {
        return new Linker(Programs::classFile);
    }

    private static byte @Nullable [] classFile(String name) {
        String path = name.replace('.', '/') + SUFFIX;
        try (InputStream file = Catalog.class.getModule().getResourceAsStream(path)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    // ---- The loader

    /// A loader that knows the shipped programs already, when the build has left a cache beside the
    /// modules; else one that has to learn them.
    private static ProgramLoader fromCache() {
        Path cache = componentsJar().resolveSibling(CACHE);
        try {
            return Files.exists(cache)
                    ? TextCache.loader(Files.readAllBytes(cache), Programs::libraryFiles)
                    : uncached();
        } catch (IOException broken) {
            throw FileTrouble.with(cache, broken);
        }
    }

    /// A loader that checks and rewrites whatever it loads.
    public static ProgramLoader uncached() {
        try {
            return new ProgramLoader(new Library(libraryFiles()));
        } catch (Refusal impossible) {
            throw new IllegalStateException(impossible.sentence(), impossible);
        }
    }

    private static SortedMap<String, byte[]> libraryFiles() {
        try {
            return LibraryFiles.of(components().reference());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path componentsJar() {
        return Path.of(components().reference().location().orElseThrow());
    }

    private static ResolvedModule components() {
        String module = Catalog.class.getModule().getName();
        return ModuleLayer.boot().configuration().findModule(module).orElseThrow();
    }
}

package ring3.loader;

import java.lang.classfile.ClassHierarchyResolver;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The libraries that all programs share, as C programs share libc: loaded once, counted like the
/// programs themselves.
public final class Library {
    private final Supplier<SortedMap<String, byte[]>> classFiles;
    private final Metered metered;
    private final ProgramClasses classes;
    private @Nullable ClassModels models;

    /// A library of these class files, by their names with dots.
    ///
    /// @throws Refusal when one of them breaks a rule
    public Library(SortedMap<String, byte[]> classFiles) throws Refusal {
        this(Metered.library(new ClassModels(classFiles, true)), () -> classFiles);
        StaticState.check(metered, classes);
    }

    /// A library that was checked and rewritten before.
    Library(Metered metered, Supplier<SortedMap<String, byte[]>> classFiles) throws Refusal {
        this.metered = metered;
        this.classFiles = classFiles;
        classes = new ProgramClasses(metered.name(), metered.classes(), null);
        StaticState.begin(metered, classes);
    }

    ProgramClasses classes() {
        return classes;
    }

    Metered metered() {
        return metered;
    }

    /// What stack maps must know of the library, for which it is parsed when a program is rewritten
    /// for the first time.
    ClassHierarchyResolver hierarchy() throws Refusal {
        ClassModels known = models;
        if (known == null) {
            known = new ClassModels(classFiles.get(), true);
            models = known;
        }
        return known.hierarchy(_ -> null);
    }
}

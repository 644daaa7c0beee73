package ring3.loader;

import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/// The libraries that all programs share, as C programs share libc: loaded once, counted like the
/// programs themselves.
public final class Library {
    private final ClassModels models;
    private final ProgramClasses classes;

    /// A library of these class files, by their names with dots.
    ///
    /// @throws Refusal when one of them breaks a rule
    public Library(SortedMap<String, byte[]> classFiles) throws Refusal {
        models = new ClassModels(classFiles, true);
        classes = new ProgramClasses("library", rewritten(models, none()), null);
        StaticState.begin(classes, models);
    }

    private static ClassHierarchyResolver none() {
        return _ -> null;
    }

    /// The class files of `models`, checked and metered, by their names with dots.
    static Map<String, byte[]> rewritten(ClassModels models, ClassHierarchyResolver others)
            throws Refusal {
        Map<String, byte[]> metered = new LinkedHashMap<>();
        ClassHierarchyResolver hierarchy = models.hierarchy(others);
        for (ClassModel model : models.all()) {
            Verifier.check(models, model);
            String name = model.thisClass().asInternalName().replace('/', '.');
            metered.put(name, Metering.rewrite(model, hierarchy));
        }
        return metered;
    }

    ProgramClasses classes() {
        return classes;
    }

    ClassHierarchyResolver hierarchy() {
        return models.hierarchy(none());
    }
}

package ring3.loader;

import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A program that was checked and rewritten, before the host knows its classes.
///
/// @param forks whether it can call `fork`
/// @param classes the rewritten class files by their names, with dots
/// @param statics the names of the classes that have static fields or initializers
record Metered(
        String name,
        Kind kind,
        String main,
        boolean forks,
        SortedMap<String, byte[]> classes,
        List<String> statics) {
    Metered {
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
        statics = List.copyOf(statics);
    }

    /// Checks and rewrites the program in `file`.
    ///
    /// @param others tells about classes that are not the program's own
    /// @throws Refusal when it breaks a rule
    static Metered of(ExecutableFile file, ClassHierarchyResolver others) throws Refusal {
        ClassModels models = new ClassModels(file.classes(), false);
        if (!models.has(file.main().replace('.', '/'))) {
            throw new Refusal(file.main(), "the main class is not in the executable");
        }
        return of(file.name(), file.kind(), file.main(), models, others);
    }

    /// Checks and rewrites the library.
    ///
    /// @throws Refusal when it breaks a rule
    static Metered library(ClassModels models) throws Refusal {
        return of("library", Kind.USER, "", models, _ -> null);
    }

    private static Metered of(
            String name, Kind kind, String main, ClassModels models, ClassHierarchyResolver others)
            throws Refusal {
        SortedMap<String, byte[]> metered = new TreeMap<>();
        List<String> statics = new ArrayList<>();
        ClassHierarchyResolver hierarchy = models.hierarchy(others);
        for (ClassModel model : models.all()) {
            String type = model.thisClass().asInternalName().replace('/', '.');
            metered.put(type, rewritten(models, model, hierarchy));
            if (hasStatics(model)) {
                statics.add(type);
            }
        }
        return new Metered(name, kind, main, canFork(models), metered, statics);
    }

    /// A class file is read bit by bit, so damage shows where it is looked at, and as whatever the
    /// host's reader throws there.
    private static byte[] rewritten(
            ClassModels models, ClassModel model, ClassHierarchyResolver hierarchy) throws Refusal {
        try {
            Verifier.check(models, model);
            return Metering.rewrite(model, hierarchy);
        } catch (RuntimeException | StackOverflowError damage) {
            String name = model.thisClass().asInternalName().replace('/', '.');
            throw new Refusal(name, "its class file is damaged: " + damage.getMessage());
        }
    }

    private static boolean hasStatics(ClassModel model) {
        return model.fields().stream().anyMatch(field -> field.flags().has(AccessFlag.STATIC))
                || model.methods().stream()
                        .anyMatch(method -> method.methodName().equalsString("<clinit>"));
    }

    /// Who never names `fork` cannot call it.
    private static boolean canFork(ClassModels models) {
        for (ClassModel model : models.all()) {
            for (PoolEntry entry : model.constantPool()) {
                if (entry instanceof MemberRefEntry member && member.name().equalsString("fork")) {
                    return true;
                }
            }
        }
        return false;
    }
}

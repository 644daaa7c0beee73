package ring3.loader;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The classes of a program, or of a library, as they were compiled.
final class ClassModels {
    /// How many classes may be above each other.
    private static final int DEPTH_MAX = 50;

    private final Map<String, ClassModel> byName = new LinkedHashMap<>();
    private final boolean trusted;

    /// The parsed `classes`.
    ///
    /// @param trusted they are a library of the machine's own
    /// @throws Refusal when one cannot be parsed or is not what it is called
    ClassModels(SortedMap<String, byte[]> classes, boolean trusted) throws Refusal {
        this.trusted = trusted;
        for (var file : classes.entrySet()) {
            ClassModel model = parse(file.getKey(), file.getValue());
            byName.put(model.thisClass().asInternalName(), model);
        }
        for (ClassModel model : byName.values()) {
            checkAbove(model);
        }
    }

    /// A class that is above itself would send everybody who looks for its superclasses round and
    /// round, and one that is very deep would overflow the stack of the host.
    private void checkAbove(ClassModel model) throws Refusal {
        int depth = 0;
        ClassModel at = model;
        while (at != null) {
            depth++;
            if (depth > DEPTH_MAX) {
                throw new Refusal(
                        model.thisClass().asInternalName().replace('/', '.'),
                        "more than " + DEPTH_MAX + " classes are above it, or it is one of them");
            }
            ClassEntry above = at.superclass().orElse(null);
            at = above == null ? null : byName.get(above.asInternalName());
        }
    }

    private ClassModel parse(String name, byte[] file) throws Refusal {
        if (!trusted && !Shared.isOwn(name)) {
            throw new Refusal(name, "a class of that name is not a program's to bring along");
        }
        try {
            ClassModel model = ClassFile.of().parse(file);
            if (!model.thisClass().asInternalName().equals(name.replace('.', '/'))) {
                throw new Refusal(name, "the class in this file has another name");
            }
            model.superclass();
            model.interfaces();
            return model;
        } catch (IllegalArgumentException damage) {
            throw new Refusal(name, "its class file is damaged: " + damage.getMessage());
        }
    }

    boolean isTrusted() {
        return trusted;
    }

    /// All of them, by name.
    Collection<ClassModel> all() {
        return byName.values();
    }

    /// Whether the class is one of them. Names have slashes.
    boolean has(String type) {
        return byName.containsKey(type);
    }

    /// Whether a member that is said to be one of the class `owner`, one of these, may be used:
    /// what it inherits from the Java library must be on the list.
    boolean mayUse(String owner, String name, String descriptor) {
        return mayUse(owner, name, descriptor, new HashSet<>());
    }

    private boolean mayUse(String owner, String name, String descriptor, Set<String> seen) {
        ClassModel model = byName.get(owner);
        if (!seen.add(owner)) {
            return false;
        }
        if (model == null) {
            return !Shared.isOwn(owner.replace('/', '.'))
                    && (AllowList.JAVA.charge(owner, name, descriptor) != null
                            || !owner.startsWith("java/"));
        }
        if (declares(model, name, descriptor)) {
            return true;
        }
        for (ClassEntry above : model.interfaces()) {
            if (mayUse(above.asInternalName(), name, descriptor, seen)) {
                return true;
            }
        }
        ClassEntry above = model.superclass().orElse(null);
        return above != null && mayUse(above.asInternalName(), name, descriptor, seen);
    }

    private static boolean declares(ClassModel model, String name, String descriptor) {
        boolean isMethod = descriptor.startsWith("(");
        return isMethod
                ? model.methods().stream()
                        .anyMatch(method ->
                                method.methodName().equalsString(name)
                                        && method.methodType().equalsString(descriptor))
                : model.fields().stream().anyMatch(field -> field.fieldName().equalsString(name));
    }

    /// What stack maps must know of the classes: of these, of the host's, and of those that
    /// `others` finds.
    ClassHierarchyResolver hierarchy(ClassHierarchyResolver others) {
        ClassHierarchyResolver own = this::info;
        return own.orElse(others)
                .orElse(ClassHierarchyResolver.ofClassLoading(ClassModels.class.getClassLoader()));
    }

    private @Nullable ClassHierarchyInfo info(ClassDesc type) {
        String descriptor = type.descriptorString();
        ClassModel model = byName.get(descriptor.substring(1, descriptor.length() - 1));
        if (model == null) {
            return null;
        }
        return model.flags().has(AccessFlag.INTERFACE)
                ? ClassHierarchyInfo.ofInterface()
                : ClassHierarchyInfo.ofClass(
                        model.superclass().map(ClassEntry::asSymbol).orElse(null));
    }
}

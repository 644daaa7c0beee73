package ring3.loader;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.EnclosingMethodAttribute;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.Set;

/// Rewrites a class so that it counts what it does: the rewritten methods call
/// [ring3.hardware.Hart] where they begin and end, at the head of every loop, in every handler, and
/// before they allocate or let the Java library work. A class without a `hashCode` gets one.
final class Metering implements ClassTransform {
    private static final String HASH_CODE = "hashCode";
    private static final Set<String> NOT_PLAIN = Set.of("java/lang/Record", "java/lang/Enum");

    private final ClassModel model;
    private final LibraryCalls calls;

    private Metering(ClassModel model) {
        this.model = model;
        calls = new LibraryCalls(model);
    }

    /// The rewritten class file of `model`.
    ///
    /// @param hierarchy tells what the class refers to
    /// @throws Refusal when a method would be too large
    static byte[] rewrite(ClassModel model, ClassHierarchyResolver hierarchy) throws Refusal {
        ClassFile file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
        try {
            return file.transformClass(model, new Metering(model));
        } catch (IllegalArgumentException problem) {
            String name = model.thisClass().asInternalName().replace('/', '.');
            throw new Refusal(name, "its code cannot be metered: " + problem.getMessage());
        }
    }

    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
        if (element instanceof MethodModel method && method.code().isPresent()) {
            builder.transformMethod(method, code(method.code().get()));
        } else if (!(element instanceof InnerClassesAttribute)
                && !(element instanceof EnclosingMethodAttribute)) {
            // What the two say is for reflection alone, which throws up when it is a lie.
            builder.with(element);
        }
    }

    private MethodTransform code(CodeModel code) {
        Costs costs = new Costs(code);
        boolean initializer =
                code.parent().map(MethodModel::methodName).orElseThrow().equalsString("<clinit>");
        MeteredSites sites = new MeteredSites(calls, initializer);
        return MethodTransform.transformingCode(
                costs.isSmall() ? sites : new MeteredCode(costs, sites));
    }

    @Override
    public void atEnd(ClassBuilder builder) {
        calls.addTo(builder);
        String name = model.thisClass().asInternalName();
        if (hasHostsHashCode()) {
            builder.withMethodBody(
                    HASH_CODE,
                    MethodTypeDesc.of(ConstantDescs.CD_int),
                    ClassFile.ACC_PUBLIC,
                    code -> code.loadConstant(name.hashCode()).ireturn());
        }
    }

    /// Where the host keeps an object must not be seen in its hash code, nor in the text that is
    /// made of it.
    private boolean hasHostsHashCode() {
        String above = model.superclass().map(ClassEntry::asInternalName).orElse("");
        boolean isPlain = above.startsWith("java/") && !NOT_PLAIN.contains(above);
        return isPlain
                && !model.flags().has(AccessFlag.INTERFACE)
                && model.methods().stream()
                        .noneMatch(method ->
                                method.methodName().equalsString(HASH_CODE)
                                        && method.methodType().equalsString("()I"));
    }
}

package ring3.loader;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.BootstrapMethodsAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.Set;

/// Checks that a class keeps the rules that make a program safe to run beside others. What the Java
/// virtual machine checks itself (types, access, the shape of the code) is left to it.
final class Verifier {
    private static final String MESSAGE = "ring3/syslib/Message";
    private static final Set<String> SYSTEM_EXTENDABLE =
            Set.of("ring3/syslib/Program", "ring3/syslib/SignalHandler");
    private static final Set<String> BOOTSTRAPS =
            Set.of(
                    "java/lang/invoke/LambdaMetafactory",
                    "java/lang/invoke/StringConcatFactory",
                    "java/lang/runtime/ObjectMethods",
                    "java/lang/runtime/SwitchBootstraps");

    /// Methods of [Object] that the processor's own threads and locks are behind, or that tell one
    /// object from another by where the host has put it.
    private static final Set<String> FORBIDDEN_OF_ALL =
            Set.of(
                    "wait()V",
                    "wait(J)V",
                    "wait(JI)V",
                    "notify()V",
                    "notifyAll()V",
                    "finalize()V",
                    "clone()Ljava/lang/Object;",
                    "getClass()Ljava/lang/Class;");

    /// Methods of exceptions that write to the terminal of the host or change what the machine
    /// reads, by whatever class they are called.
    private static final Set<String> FORBIDDEN_NAMES =
            Set.of("printStackTrace", "setStackTrace", "initCause", "getStackTrace");

    /// Methods of exceptions that the machine calls when a program dies of one.
    private static final Set<String> FORBIDDEN_TO_OVERRIDE =
            Set.of(
                    "finalize()V",
                    "fillInStackTrace()Ljava/lang/Throwable;",
                    "getStackTrace()[Ljava/lang/StackTraceElement;");

    private final ClassModels program;
    private final ClassModel model;
    private final String name;

    /// The line of the instruction that is being looked at; 0 outside of all.
    private int line;

    private Verifier(ClassModels program, ClassModel model) {
        this.program = program;
        this.model = model;
        this.name = model.thisClass().asInternalName().replace('/', '.');
    }

    /// Checks a class of `program`.
    ///
    /// @throws Refusal when it breaks a rule
    static void check(ClassModels program, ClassModel model) throws Refusal {
        Verifier verifier = new Verifier(program, model);
        try {
            verifier.check();
        } catch (Refusal refusal) {
            throw refusal.at(verifier.name, verifier.line);
        }
    }

    private void check() throws Refusal {
        if (model.majorVersion() < ClassFile.JAVA_21_VERSION
                || model.majorVersion() > ClassFile.JAVA_25_VERSION) {
            throw refuse("its class file is not of a Java from 21 to 25");
        }
        if (model.isModuleInfo()) {
            throw refuse("a program has no modules");
        }
        checkAbove();
        for (FieldModel field : model.fields()) {
            checkField(field);
        }
        for (MethodModel method : model.methods()) {
            checkMethod(method);
            line = 0;
        }
        checkPool();
    }

    private void checkAbove() throws Refusal {
        if (model.superclass().isPresent()) {
            checkExtendable(model.superclass().get().asInternalName());
        }
        for (ClassEntry type : model.interfaces()) {
            checkExtendable(type.asInternalName());
        }
    }

    private void checkExtendable(String type) throws Refusal {
        if (!isExtendable(type)) {
            throw refuse("it extends or implements " + dotted(type) + ", which a program may not");
        }
    }

    /// The messages are those of the machine: code of one program must not run where another reads
    /// a message.
    private boolean isExtendable(String type) {
        if (program.has(type) || Shared.isLibrary(dotted(type))) {
            return true;
        }
        return Shared.isSystem(dotted(type))
                ? SYSTEM_EXTENDABLE.contains(type) || isMessageOfLibrary(type)
                : AllowList.JAVA.isExtendable(type);
    }

    private boolean isMessageOfLibrary(String type) {
        return program.isTrusted() && !type.equals(MESSAGE);
    }

    private void checkField(FieldModel field) throws Refusal {
        boolean isStatic = field.flags().has(AccessFlag.STATIC);
        if (isStatic && !field.flags().has(AccessFlag.FINAL)) {
            throw refuse(
                    "the static field "
                            + field.fieldName().stringValue()
                            + " can change: what is static belongs to all processes");
        }
    }

    private void checkMethod(MethodModel method) throws Refusal {
        String signature = method.methodName().stringValue() + method.methodType().stringValue();
        String place = name + "." + method.methodName().stringValue();
        if (method.flags().has(AccessFlag.NATIVE)) {
            throw new Refusal(place, "it is native, and a program has no code but its own");
        }
        if (method.flags().has(AccessFlag.SYNCHRONIZED)) {
            throw new Refusal(place, "it is synchronized, and a process has one thread");
        }
        if (FORBIDDEN_TO_OVERRIDE.contains(signature)) {
            throw new Refusal(place, "a program may not have a method of that name");
        }
        if (method.code().isPresent()) {
            for (CodeElement element : method.code().get()) {
                if (element instanceof LineNumber at) {
                    line = at.line();
                }
                checkInstruction(place, element);
            }
        }
    }

    private void checkInstruction(String place, CodeElement element) throws Refusal {
        switch (element) {
            case MonitorInstruction _ ->
                    throw new Refusal(place, "it uses a monitor, and a process has one thread");
            case DiscontinuedInstruction _ ->
                    throw new Refusal(place, "it uses an instruction that Java has given up");
            case NewMultiArrayInstruction array when array.dimensions() > 2 ->
                    throw new Refusal(
                            place, "it makes an array of more than two dimensions at once");
            case InvokeInstruction call -> checkMember(place, call.method());
            case FieldInstruction access -> checkMember(place, access.field());
            case InvokeDynamicInstruction call -> checkDynamic(place, call);
            default -> {} // All other instructions stay within the process.
        }
    }

    private void checkDynamic(String place, InvokeDynamicInstruction call) throws Refusal {
        ClassDesc made = call.typeSymbol().returnType();
        if (made.isClassOrInterface()) {
            String type = made.descriptorString().substring(1).replace(";", "");
            boolean lambda =
                    internal(call.bootstrapMethod().owner())
                            .equals("java/lang/invoke/LambdaMetafactory");
            if (lambda && !isExtendable(type)) {
                throw new Refusal(
                        place,
                        "its lambda implements " + dotted(type) + ", which a program may not");
            }
        }
    }

    private static String internal(ClassDesc type) {
        return type.descriptorString().substring(1).replace(";", "");
    }

    private void checkMember(String place, MemberRefEntry member) throws Refusal {
        String owner = member.owner().asInternalName();
        String called = member.name().stringValue();
        String descriptor = member.type().stringValue();
        if (!mayUse(owner, called, descriptor)) {
            throw new Refusal(
                    place,
                    "it uses "
                            + dotted(owner)
                            + "."
                            + called
                            + ", which is not among what a program may use");
        }
    }

    private boolean mayUse(String owner, String called, String descriptor) {
        if (owner.startsWith("[")) {
            return called.equals("clone");
        }
        if (FORBIDDEN_NAMES.contains(called) || FORBIDDEN_OF_ALL.contains(called + descriptor)) {
            return false;
        }
        if (program.has(owner)) {
            return program.mayUse(owner, called, descriptor);
        }
        String type = dotted(owner);
        return Shared.isSystem(type)
                || Shared.isLibrary(type)
                || AllowList.JAVA.charge(owner, called, descriptor) != null;
    }

    /// What no instruction of a method that was looked at names may still be reached by a constant.
    private void checkPool() throws Refusal {
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry type -> checkClass(type.asInternalName());
                case MemberRefEntry member -> checkMember(name, member);
                case MethodHandleEntry handle
                        when handle.reference().owner().asInternalName().startsWith("[") ->
                        throw refuse("it refers to a method of an array, which is not counted");
                case ConstantDynamicEntry _ ->
                        throw refuse("it has a constant that is computed when it is first used");
                default -> {} // Numbers, texts and the parts of the others.
            }
        }
        if (model.findAttribute(Attributes.bootstrapMethods()).isPresent()) {
            checkBootstraps(model.findAttribute(Attributes.bootstrapMethods()).get());
        }
    }

    private void checkBootstraps(BootstrapMethodsAttribute bootstraps) throws Refusal {
        for (var bootstrap : bootstraps.bootstrapMethods()) {
            String owner = bootstrap.bootstrapMethod().reference().owner().asInternalName();
            if (!BOOTSTRAPS.contains(owner)) {
                throw refuse("it has its own way to link a call: " + dotted(owner));
            }
        }
    }

    private void checkClass(String type) throws Refusal {
        String element = type.substring(type.lastIndexOf('[') + 1);
        if (type.startsWith("[")) {
            if (!element.startsWith("L")) {
                return;
            }
            element = element.substring(1, element.length() - 1);
        }
        boolean known =
                program.has(element)
                        || Shared.isSystem(dotted(element))
                        || Shared.isLibrary(dotted(element))
                        || AllowList.JAVA.hasClass(element)
                        || isMarker(element);
        if (!known) {
            throw refuse(
                    "it names " + dotted(element) + ", which is not among what a program may use");
        }
    }

    /// Annotations do nothing.
    private static boolean isMarker(String type) {
        return type.startsWith("org/jspecify/annotations/");
    }

    private Refusal refuse(String rule) {
        return new Refusal(name, rule);
    }

    private static String dotted(String type) {
        return type.replace('/', '.');
    }
}

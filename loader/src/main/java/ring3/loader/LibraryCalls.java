package ring3.loader;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ring3.loader.AllowList.Charge;

/// The calls of the Java library from one class, and what is charged for them. A call that must be
/// charged by its arguments goes through a small method that the class gets for it, and so do the
/// references to such methods.
final class LibraryCalls {
    private static final MethodTypeDesc OF_OBJECT_AND_INT =
            MethodTypeDesc.of(CD_void, CD_Object, CD_int);
    private static final MethodTypeDesc OF_TWO_OBJECTS =
            MethodTypeDesc.of(CD_void, CD_Object, CD_Object);
    private static final MethodTypeDesc OF_TWO = MethodTypeDesc.of(CD_void, CD_int, CD_int);
    private static final MethodTypeDesc TEXT_OF =
            MethodTypeDesc.of(ConstantDescs.CD_String, CD_Object);

    /// Methods of a builder that make a text of any object.
    private static final List<String> TEXTS = List.of("append", "insert");

    private static final ClassDesc CONCATENATION =
            ClassDesc.of("java.lang.invoke.StringConcatFactory");
    private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc LAMBDAS = ClassDesc.of("java.lang.invoke.LambdaMetafactory");
    private static final int SMALL_BYTES = 48;
    private static final String INIT = "<init>";
    private static final String PREFIX = "charged$";

    /// Maps whose order is that of the host's hash codes, and what stands for them: maps of the
    /// same kind that keep the order in which they were filled.
    private static final Map<ClassDesc, ClassDesc> ORDERED =
            Map.of(
                    ClassDesc.of("java.util.HashMap"), ClassDesc.of("java.util.LinkedHashMap"),
                    ClassDesc.of("java.util.HashSet"), ClassDesc.of("java.util.LinkedHashSet"));

    /// A method of the library that is called.
    private record Callee(
            DirectMethodHandleDesc.Kind kind, ClassDesc owner, String name, String descriptor) {
        boolean isConstructor() {
            return kind == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
        }

        boolean hasReceiver() {
            return switch (kind) {
                case STATIC, INTERFACE_STATIC, CONSTRUCTOR -> false;
                default -> true;
            };
        }

        /// The type of the method that stands for it.
        MethodTypeDesc type() {
            MethodTypeDesc own = MethodTypeDesc.ofDescriptor(descriptor);
            if (isConstructor()) {
                return own.changeReturnType(owner);
            }
            return hasReceiver() ? own.insertParameterTypes(0, owner) : own;
        }
    }

    private final ClassDesc self;
    private final List<FieldModel> fields;
    private final boolean isInterface;
    private final Map<Callee, String> charged = new LinkedHashMap<>();

    /// The calls from the class `model`.
    LibraryCalls(ClassModel model) {
        self = model.thisClass().asSymbol();
        fields = model.fields();
        isInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    // ---- Sites

    /// A call in a method.
    void call(CodeBuilder code, InvokeInstruction call) {
        ClassDesc owner = ordered(call.owner().asSymbol());
        String name = call.name().stringValue();
        MethodTypeDesc type = call.typeSymbol();
        Charge charge = charge(call.owner().asSymbol(), name, type);
        if (charge.small()) {
            MeteredSites.allocate(code, SMALL_BYTES);
        }
        if (name.equals(INIT)) {
            chargeOnStack(code, charge, type);
            code.invokespecial(owner, name, type);
        } else if (charge.looksAtArguments() && call.opcode() != Opcode.INVOKESPECIAL) {
            Callee callee = new Callee(kind(call), owner, name, type.descriptorString());
            code.invokestatic(self, standIn(callee), callee.type(), isInterface);
        } else {
            code.with(call);
        }
    }

    private static DirectMethodHandleDesc.Kind kind(InvokeInstruction call) {
        return switch (call.opcode()) {
            case INVOKESTATIC ->
                    call.isInterface()
                            ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC
                            : DirectMethodHandleDesc.Kind.STATIC;
            case INVOKEINTERFACE -> DirectMethodHandleDesc.Kind.INTERFACE_VIRTUAL;
            default -> DirectMethodHandleDesc.Kind.VIRTUAL;
        };
    }

    /// An object is about to be made.
    void make(CodeBuilder code, NewObjectInstruction made) {
        code.new_(ordered(made.className().asSymbol()));
    }

    /// A lambda, a method reference, a concatenation, a switch.
    void link(CodeBuilder code, InvokeDynamicInstruction call) {
        boolean lambda = call.bootstrapMethod().owner().equals(LAMBDAS);
        if (lambda && call.typeSymbol().parameterCount() > 0) {
            MeteredSites.allocate(code, SMALL_BYTES);
        }
        ClassDesc linker = call.bootstrapMethod().owner();
        if (linker.equals(CONCATENATION)) {
            chargeConcatenation(code, call.typeSymbol().parameterList());
        } else if (linker.equals(RECORDS)) {
            chargeComponents(code);
        }
        ConstantDesc[] arguments =
                call.bootstrapArgs().stream().map(this::charged).toArray(ConstantDesc[]::new);
        code.invokedynamic(
                DynamicCallSiteDesc.of(
                        call.bootstrapMethod(),
                        call.name().stringValue(),
                        call.typeSymbol(),
                        arguments));
        if (linker.equals(RECORDS)
                && call.typeSymbol().returnType().equals(ConstantDescs.CD_String)) {
            code.dup().invokestatic(MeteredCode.HART, "chargeCopy", MeteredCode.OF_OBJECT);
        }
    }

    /// What is concatenated becomes text first, so that it is known how long it is.
    private static void chargeConcatenation(CodeBuilder code, List<ClassDesc> parts) {
        int[] variables = store(code, parts);
        for (int i = 0; i < variables.length; i++) {
            if (!parts.get(i).isPrimitive()) {
                if (!parts.get(i).equals(ConstantDescs.CD_String)) {
                    makeText(code, variables[i]);
                }
                code.aload(variables[i]);
                code.invokestatic(MeteredCode.HART, "chargeCopy", MeteredCode.OF_OBJECT);
            }
        }
        for (int i = 0; i < variables.length; i++) {
            code.loadLocal(TypeKind.from(parts.get(i)), variables[i]);
            boolean isObject = !parts.get(i).isPrimitive() && !parts.get(i).equals(CD_Object);
            if (isObject && !parts.get(i).equals(ConstantDescs.CD_String)) {
                code.checkcast(parts.get(i));
            }
        }
    }

    private static void makeText(CodeBuilder code, int variable) {
        code.aload(variable);
        code.invokestatic(MeteredCode.HART, "charge", MeteredCode.OF_OBJECT);
        code.aload(variable).invokestatic(ConstantDescs.CD_String, "valueOf", TEXT_OF);
        code.astore(variable);
    }

    /// The host's library hashes, compares and prints what a record holds.
    private void chargeComponents(CodeBuilder code) {
        for (FieldModel field : fields) {
            if (!field.fieldTypeSymbol().isPrimitive() && !field.flags().has(AccessFlag.STATIC)) {
                code.aload(0)
                        .getfield(self, field.fieldName().stringValue(), field.fieldTypeSymbol());
                code.invokestatic(MeteredCode.HART, "charge", MeteredCode.OF_OBJECT);
            }
        }
    }

    private static int[] store(CodeBuilder code, List<ClassDesc> types) {
        int[] variables = new int[types.size()];
        for (int i = variables.length - 1; i >= 0; i--) {
            TypeKind kind = TypeKind.from(types.get(i));
            variables[i] = code.allocateLocal(kind);
            code.storeLocal(kind, variables[i]);
        }
        return variables;
    }

    private ConstantDesc charged(ConstantDesc argument) {
        if (!(argument instanceof DirectMethodHandleDesc handle)) {
            return argument;
        }
        ClassDesc owner = ordered(handle.owner());
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor("()V");
        if (handle.lookupDescriptor().startsWith("(")) {
            type = MethodTypeDesc.ofDescriptor(handle.lookupDescriptor());
        }
        Charge charge = charge(handle.owner(), handle.methodName(), type);
        if (!charge.looksAtArguments() && owner.equals(handle.owner())) {
            return handle;
        }
        Callee callee =
                new Callee(handle.kind(), owner, handle.methodName(), handle.lookupDescriptor());
        return MethodHandleDesc.ofMethod(
                isInterface
                        ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC
                        : DirectMethodHandleDesc.Kind.STATIC,
                self,
                standIn(callee),
                callee.type());
    }

    private static ClassDesc ordered(ClassDesc type) {
        return ORDERED.getOrDefault(type, type);
    }

    private static Charge charge(ClassDesc owner, String name, MethodTypeDesc type) {
        String descriptor = owner.descriptorString();
        if (!descriptor.startsWith("Ljava/")) {
            return Charge.NONE;
        }
        String internal = descriptor.substring(1, descriptor.length() - 1);
        Charge charge = AllowList.JAVA.charge(internal, name, type.descriptorString());
        return charge == null ? Charge.NONE : charge;
    }

    // ---- Charging

    private String standIn(Callee callee) {
        return charged.computeIfAbsent(callee, _ -> PREFIX + charged.size());
    }

    /// Charges a constructor, whose object cannot be touched yet: its arguments go to variables and
    /// come back.
    private void chargeOnStack(CodeBuilder code, Charge charge, MethodTypeDesc type) {
        if (!charge.looksAtArguments()) {
            return;
        }
        List<ClassDesc> parameters = type.parameterList();
        int[] variables = store(code, parameters);
        for (int i = 0; i < variables.length; i++) {
            chargeFor(code, charge, parameters.get(i), variables[i]);
        }
        for (int i = 0; i < variables.length; i++) {
            code.loadLocal(TypeKind.from(parameters.get(i)), variables[i]);
        }
    }

    private static void chargeFor(CodeBuilder code, Charge charge, ClassDesc type, int variable) {
        if (!type.isPrimitive() && charge.byArguments()) {
            String how = charge.copies() ? "chargeCopy" : "charge";
            code.aload(variable).invokestatic(MeteredCode.HART, how, MeteredCode.OF_OBJECT);
        } else if (type.equals(CD_int) && charge.byNumber()) {
            code.iload(variable);
            code.invokestatic(MeteredCode.HART, "charge", MeteredCode.OF_INT);
        }
    }

    /// Adds the methods that stand for those of the library.
    void addTo(ClassBuilder builder) {
        charged.forEach((callee, name) ->
                builder.withMethodBody(
                        name,
                        callee.type(),
                        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                        code -> standIn(code, callee)));
    }

    private static void standIn(CodeBuilder code, Callee callee) {
        MethodTypeDesc own = MethodTypeDesc.ofDescriptor(callee.descriptor());
        Charge charge = charge(callee.owner(), callee.name(), own);
        List<ClassDesc> parameters = callee.type().parameterList();
        int[] slots = new int[parameters.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = code.parameterSlot(i);
        }
        if (charge.byProduct()) {
            chargeProduct(code, slots, parameters.getLast());
        }
        if (charge.bySpan()) {
            code.iload(slots[0]).iload(slots[1]);
            code.invokestatic(MeteredCode.HART, "chargeSpan", OF_TWO);
        }
        for (int i = 0; i < slots.length; i++) {
            if (TEXTS.contains(callee.name()) && parameters.get(i).equals(CD_Object)) {
                makeText(code, slots[i]);
            }
            if (charge.bySize() || i == (callee.hasReceiver() ? 1 : 0)) {
                chargeFor(code, charge, parameters.get(i), slots[i]);
            }
        }
        if (callee.isConstructor()) {
            code.new_(callee.owner()).dup();
        }
        for (int i = 0; i < slots.length; i++) {
            code.loadLocal(TypeKind.from(parameters.get(i)), slots[i]);
        }
        invoke(code, callee, own);
        code.return_(TypeKind.from(callee.type().returnType()));
    }

    private static void chargeProduct(CodeBuilder code, int[] slots, ClassDesc last) {
        int times = slots[slots.length - 1];
        if (last.equals(CD_int)) {
            code.aload(slots[0]).iload(times);
            code.invokestatic(MeteredCode.HART, "chargeProduct", OF_OBJECT_AND_INT);
        } else if (!last.isPrimitive()) {
            code.aload(slots[0]).aload(times);
            code.invokestatic(MeteredCode.HART, "chargeProduct", OF_TWO_OBJECTS);
        }
    }

    private static void invoke(CodeBuilder code, Callee callee, MethodTypeDesc type) {
        ClassDesc owner = callee.owner();
        switch (callee.kind()) {
            case STATIC -> code.invokestatic(owner, callee.name(), type);
            case INTERFACE_STATIC -> code.invokestatic(owner, callee.name(), type, true);
            case INTERFACE_VIRTUAL -> code.invokeinterface(owner, callee.name(), type);
            case CONSTRUCTOR -> code.invokespecial(owner, INIT, type);
            default -> code.invokevirtual(owner, callee.name(), type);
        }
    }
}

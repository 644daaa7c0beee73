package ring3.loader;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// Puts the counting where a method allocates or calls the Java library.
final class MeteredSites implements CodeTransform {
    private static final ClassDesc HART = MeteredCode.HART;
    private static final MethodTypeDesc OF_TWO = MethodTypeDesc.of(CD_void, CD_int, CD_int);
    private static final MethodTypeDesc OF_THREE =
            MethodTypeDesc.of(CD_void, CD_int, CD_int, CD_int);

    /// What an object takes: a header and, as a guess, four fields. What is guessed is the same on
    /// every host.
    private static final int OBJECT_BYTES = 32;

    private static final int REFERENCE_BYTES = 4;

    private final LibraryCalls calls;
    private final boolean initializer;

    /// @param initializer the method makes what is static in its class
    MeteredSites(LibraryCalls calls, boolean initializer) {
        this.calls = calls;
        this.initializer = initializer;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case NewObjectInstruction made -> {
                allocate(code, OBJECT_BYTES);
                calls.make(code, made);
            }
            case NewPrimitiveArrayInstruction array -> {
                array(code, bytes(array.typeKind()));
                code.with(array);
            }
            case NewReferenceArrayInstruction array -> {
                array(code, REFERENCE_BYTES);
                code.with(array);
            }
            case NewMultiArrayInstruction array -> matrix(code, array);
            case FieldInstruction access -> field(code, access);
            case InvokeInstruction call when call.owner().asInternalName().startsWith("[") -> {
                code.dup().invokestatic(HART, "chargeCopy", MeteredCode.OF_OBJECT);
                code.with(call);
            }
            case InvokeInstruction call -> calls.call(code, call);
            case InvokeDynamicInstruction call -> calls.link(code, call);
            default -> code.with(element);
        }
    }

    /// The arrays that the compiler makes for enums and for switches over them are static, and
    /// class files can be written that change them. So nobody ever sees them, but a copy.
    private void field(CodeBuilder code, FieldInstruction access) {
        code.with(access);
        ClassDesc type = access.typeSymbol();
        if (!initializer && access.opcode() == Opcode.GETSTATIC && type.isArray()) {
            code.dup().invokestatic(HART, "charge", MeteredCode.OF_OBJECT);
            code.invokevirtual(type, "clone", MethodTypeDesc.of(CD_Object)).checkcast(type);
        }
    }

    static void allocate(CodeBuilder code, int bytes) {
        code.loadConstant(bytes).invokestatic(HART, "allocate", MeteredCode.OF_INT);
    }

    private static void array(CodeBuilder code, int bytes) {
        code.dup().loadConstant(bytes).invokestatic(HART, "allocateArray", OF_TWO);
    }

    private static void matrix(CodeBuilder code, NewMultiArrayInstruction array) {
        ClassDesc element = array.arrayType().asSymbol().componentType().componentType();
        int bytes = bytes(TypeKind.from(element));
        if (array.dimensions() == 1) {
            array(code, REFERENCE_BYTES);
        } else {
            code.dup2().loadConstant(bytes).invokestatic(HART, "allocateMatrix", OF_THREE);
        }
        code.with(array);
    }

    private static int bytes(TypeKind kind) {
        return switch (kind) {
            case BOOLEAN, BYTE -> 1;
            case CHAR, SHORT -> 2;
            case INT, FLOAT, REFERENCE -> 4;
            case LONG, DOUBLE -> 8;
            case VOID -> throw new IllegalArgumentException("no array has elements of type void");
        };
    }
}

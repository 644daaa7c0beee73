package ring3.loader;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import ring3.syslib.Program;

/// Programs that no compiler would write, put together instruction by instruction.
final class Assembled {
    /// The main class of all of them.
    static final ClassDesc MAIN = ClassDesc.of("Main");

    static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

    /// The loader makes stack maps itself.
    private static final ClassFile PLAIN = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS);

    private static final MethodTypeDesc RUN =
            MethodTypeDesc.of(ConstantDescs.CD_void, ClassDesc.of("ring3.syslib.Syslib"));

    private Assembled() {}

    /// A class of any kind.
    static byte[] file(String name, Consumer<ClassBuilder> content) {
        return PLAIN.build(
                ClassDesc.of(name),
                builder -> {
                    builder.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_SUPER);
                    content.accept(builder);
                });
    }

    /// The class `Main` of a program that does nothing, and what `content` adds to it.
    static byte[] main(Consumer<ClassBuilder> content) {
        return main(CodeBuilder::return_, content);
    }

    /// The class `Main` of a program with this code.
    static byte[] main(Consumer<CodeBuilder> run, Consumer<ClassBuilder> content) {
        return file(
                "Main",
                builder -> {
                    builder.withInterfaceSymbols(Program.class.describeConstable().orElseThrow());
                    builder.withMethodBody(
                            ConstantDescs.INIT_NAME,
                            NOTHING,
                            ClassFile.ACC_PUBLIC,
                            code ->
                                    code.aload(0)
                                            .invokespecial(
                                                    ConstantDescs.CD_Object,
                                                    ConstantDescs.INIT_NAME,
                                                    NOTHING)
                                            .return_());
                    builder.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, run);
                    content.accept(builder);
                });
    }

    /// A static method of the class.
    static Consumer<ClassBuilder> method(String name, Consumer<CodeBuilder> code) {
        return builder ->
                builder.withMethodBody(
                        name, NOTHING, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, code);
    }

    /// The executable of a program of one class.
    static ExecutableFile program(byte[] main) {
        return program(Map.of("Main", main));
    }

    /// The executable with these classes.
    static ExecutableFile program(Map<String, byte[]> classes) {
        return new ExecutableFile("main", Kind.USER, "Main", new TreeMap<>(classes));
    }

    /// A loader of programs that share nothing.
    static ProgramLoader loader() {
        try {
            return new ProgramLoader(new Library(new TreeMap<>()));
        } catch (Refusal impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

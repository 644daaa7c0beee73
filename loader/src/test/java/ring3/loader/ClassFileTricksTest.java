package ring3.loader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.loader.Assembled.MAIN;
import static ring3.loader.Assembled.NOTHING;
import static ring3.loader.Assembled.main;
import static ring3.loader.Assembled.method;
import static ring3.loader.Assembled.program;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.EnclosingMethodAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// Hostile class files that no compiler would write. Whatever is in them, loading ends soon, with a
/// program or with a refusal.
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class ClassFileTricksTest {
    private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
    private static final ClassDesc METAFACTORY = ClassDesc.of("java.lang.invoke.LambdaMetafactory");
    private static final ClassDesc RUNNABLE = ClassDesc.of("java.lang.Runnable");
    private static final MethodTypeDesc EXIT =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

    private final ProgramLoader loader = Assembled.loader();

    private void assertRefused(String reason, ExecutableFile program) {
        Refusal refusal = assertThrows(Refusal.class, () -> loader.load(program));

        assertTrue(refusal.sentence().contains(reason), refusal.sentence());
    }

    private void assertRefused(String reason, byte[] main) {
        assertRefused(reason, program(main));
    }

    @Test
    void aProgramThatDoesNothingIsLoaded() {
        assertDoesNotThrow(() -> loader.load(program(main(_ -> {}))));
    }

    // ---- The file

    @Test
    void olderAndNewerClassFilesAreRefused() {
        assertRefused("not of a Java from 21 to 25", main(builder -> builder.withVersion(61, 0)));
        assertRefused("version: 70", main(builder -> builder.withVersion(70, 0)));
        assertDoesNotThrow(() -> loader.load(program(main(b -> b.withVersion(65, 0)))));
    }

    @Test
    void aTruncatedClassIsRefusedWhereverItEnds() {
        byte[] whole = main(method("work", CodeBuilder::return_));

        for (int length = 0; length < whole.length; length++) {
            assertRefused("Main", Arrays.copyOf(whole, length));
        }
    }

    @Test
    void aClassWithAByteTurnedOverIsLoadedOrRefused() {
        byte[] whole = main(method("work", code -> code.iconst_1().pop().return_()));

        for (int place = 0; place < whole.length; place++) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 0x55;
            assertLoadsOrRefuses(damaged);
        }
    }

    private void assertLoadsOrRefuses(byte[] main) {
        try {
            loader.load(program(main));
        } catch (Refusal refusal) {
            assertTrue(refusal.sentence().contains(":"), refusal.sentence());
        }
    }

    @Test
    void aClassOfAnotherNameIsRefused() {
        assertRefused("has another name", program(Map.of("Main", file("Other"))));
    }

    private static byte[] file(String name) {
        return Assembled.file(name, _ -> {});
    }

    @Test
    void aClassThatPosesAsOneOfTheMachineIsRefused() {
        for (String name :
                new String[] {
                    "java.lang.Evil",
                    "ring3.syslib.Evil",
                    "ring3.components.protocol.Evil",
                    "ring3.components.lib.Evil",
                    "ring3.hardware.Hart"
                }) {
            Map<String, byte[]> classes = Map.of("Main", main(_ -> {}), name, file(name));
            assertRefused("not a program's to bring along", program(classes));
        }
    }

    @Test
    void aClassThatIsAboveItselfIsRefused() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        classes.put("Main", main(code -> callOf(code, "A"), _ -> {}));
        classes.put("A", Assembled.file("A", b -> b.withSuperclass(ClassDesc.of("B"))));
        classes.put("B", Assembled.file("B", b -> b.withSuperclass(ClassDesc.of("A"))));

        assertRefused("classes are above it, or it is one of them", program(classes));
    }

    private static void callOf(CodeBuilder code, String owner) {
        code.invokestatic(ClassDesc.of(owner), "nowhere", NOTHING).return_();
    }

    @Test
    void interfacesWithManyWaysUpAreLookedAtOnce() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        classes.put("Main", main(code -> callOf(code, "L40"), _ -> {}));
        for (int level = 0; level <= 40; level++) {
            classes.put("L" + level, layer("L" + level, level));
            classes.put("R" + level, layer("R" + level, level));
        }

        assertRefused("L40.nowhere", program(classes));
    }

    private static byte[] layer(String name, int level) {
        return Assembled.file(
                name,
                builder -> {
                    builder.withFlags(ClassFile.ACC_INTERFACE | ClassFile.ACC_ABSTRACT);
                    if (level > 0) {
                        builder.withInterfaceSymbols(
                                ClassDesc.of("L" + (level - 1)), ClassDesc.of("R" + (level - 1)));
                    }
                });
    }

    @Test
    void whatIsSaidAboutEnclosingMethodsIsNotBelieved() throws Refusal {
        byte[] main =
                main(builder ->
                        builder.with(
                                EnclosingMethodAttribute.of(
                                        ClassDesc.of("java.lang.String"),
                                        Optional.empty(),
                                        Optional.empty())));

        Text text = loader.load(program(main));

        assertDoesNotThrow(() -> text.constructor().type().returnType().getSimpleName());
    }

    // ---- Instructions

    @Test
    void codeThatDoesNotFitItsStackIsRefused() {
        assertRefused("Main", main(code -> code.iadd().return_(), _ -> {}));
    }

    @Test
    void nativeAndSynchronizedMethodsAreRefused() {
        int isStatic = ClassFile.ACC_STATIC;
        assertRefused(
                "Main.work: it is native",
                main(b -> b.withMethod("work", NOTHING, isStatic | ClassFile.ACC_NATIVE, _ -> {})));
        assertRefused(
                "Main.work: it is synchronized",
                main(builder ->
                        builder.withMethodBody(
                                "work",
                                NOTHING,
                                isStatic | ClassFile.ACC_SYNCHRONIZED,
                                CodeBuilder::return_)));
    }

    @Test
    void aMonitorIsRefused() {
        assertRefused(
                "Main.run: it uses a monitor",
                main(code -> code.aload(0).monitorenter().return_(), _ -> {}));
    }

    @Test
    void aForbiddenMethodIsRefusedByWhateverNameItsClassIsCalled() {
        assertRefused(
                "Main.wait",
                main(
                        code -> code.aload(0).invokevirtual(MAIN, "wait", NOTHING).return_(),
                        _ -> {}));
        assertRefused(
                "Main.clone",
                main(
                        code ->
                                code.aload(0)
                                        .invokevirtual(
                                                MAIN,
                                                "clone",
                                                MethodTypeDesc.of(ConstantDescs.CD_Object))
                                        .pop()
                                        .return_(),
                        _ -> {}));
        assertRefused(
                "java.lang.System.exit",
                main(
                        code -> code.iconst_0().invokestatic(SYSTEM, "exit", EXIT).return_(),
                        _ -> {}));
    }

    // ---- Links

    @Test
    void aLinkMethodOfItsOwnIsRefused() {
        DirectMethodHandleDesc own =
                ConstantDescs.ofCallsiteBootstrap(
                        MAIN, "link", ClassDesc.of("java.lang.invoke.CallSite"));

        assertRefused(
                "its own way to link",
                main(
                        code ->
                                code.invokedynamic(DynamicCallSiteDesc.of(own, "x", NOTHING))
                                        .return_(),
                        _ -> {}));
        assertRefused(
                "its own way to link",
                main(
                        code ->
                                code.invokedynamic(
                                                DynamicCallSiteDesc.of(
                                                        MethodHandleDesc.ofMethod(
                                                                DirectMethodHandleDesc.Kind.STATIC,
                                                                MAIN,
                                                                "link",
                                                                NOTHING),
                                                        "x",
                                                        NOTHING))
                                        .return_(),
                        method("link", CodeBuilder::return_)));
    }

    @Test
    void aComputedConstantIsRefused() {
        DynamicConstantDesc<?> constant =
                DynamicConstantDesc.ofNamed(
                        ConstantDescs.ofConstantBootstrap(
                                ClassDesc.of("java.lang.invoke.ConstantBootstraps"),
                                "nullConstant",
                                ConstantDescs.CD_Object),
                        "x",
                        ConstantDescs.CD_Object);

        assertRefused("Main", main(code -> code.loadConstant(constant).pop().return_(), _ -> {}));
    }

    @Test
    void aLambdaOfAForbiddenMethodIsRefused() {
        assertRefused("java.lang.System.gc", main(code -> lambda(code, SYSTEM, "gc"), _ -> {}));
        assertDoesNotThrow(() ->
                loader.load(
                        program(
                                main(
                                        code -> lambda(code, MAIN, "work"),
                                        method("work", CodeBuilder::return_)))));
    }

    private static void lambda(CodeBuilder code, ClassDesc owner, String name) {
        DirectMethodHandleDesc metafactory =
                ConstantDescs.ofCallsiteBootstrap(
                        METAFACTORY,
                        "metafactory",
                        ClassDesc.of("java.lang.invoke.CallSite"),
                        ConstantDescs.CD_MethodType,
                        ConstantDescs.CD_MethodHandle,
                        ConstantDescs.CD_MethodType);
        code.invokedynamic(
                        DynamicCallSiteDesc.of(
                                metafactory,
                                "run",
                                MethodTypeDesc.of(RUNNABLE),
                                NOTHING,
                                MethodHandleDesc.ofMethod(
                                        DirectMethodHandleDesc.Kind.STATIC, owner, name, NOTHING),
                                NOTHING))
                .invokeinterface(RUNNABLE, "run", NOTHING)
                .return_();
    }

    // ---- Loops

    @Test
    void aHandlerThatCoversItselfDoesNotKeepAStaticInitializerAlive() {
        assertRefused(
                "it does not end", main(method("<clinit>", ClassFileTricksTest::selfCovering)));
    }

    /// Whatever is thrown at or behind the handler goes to the handler.
    private static void selfCovering(CodeBuilder code) {
        Label begin = code.newLabel();
        Label handler = code.newLabel();
        Label end = code.newLabel();
        code.labelBinding(begin).aconst_null();
        code.labelBinding(handler).pop().goto_(begin).labelBinding(end);
        code.exceptionCatchAll(begin, end, handler);
    }

    @Test
    void aLoopOfExceptionsWithoutABranchDoesNotKeepAStaticInitializerAlive() {
        assertRefused(
                "it does not end",
                main(
                        method(
                                "<clinit>",
                                code -> {
                                    Label begin = code.newLabel();
                                    Label handler = code.newLabel();
                                    Label end = code.newLabel();
                                    code.aconst_null().goto_(begin);
                                    code.labelBinding(handler);
                                    code.labelBinding(begin)
                                            .pop()
                                            .aconst_null()
                                            .athrow()
                                            .labelBinding(end);
                                    code.exceptionCatchAll(handler, end, handler);
                                })));
    }

    @Test
    void theArraysOfEnumsAreSeenAsCopies() throws Throwable {
        ClassDesc ints = ConstantDescs.CD_int.arrayType();
        byte[] main =
                main(builder -> {
                    builder.withField(
                            "$VALUES",
                            ints,
                            ClassFile.ACC_STATIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
                    method(
                                    "<clinit>",
                                    code ->
                                            code.iconst_1()
                                                    .newarray(java.lang.classfile.TypeKind.INT)
                                                    .putstatic(MAIN, "$VALUES", ints)
                                                    .return_())
                            .accept(builder);
                    builder.withMethodBody(
                            "change",
                            MethodTypeDesc.of(ints),
                            ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                            code ->
                                    code.getstatic(MAIN, "$VALUES", ints)
                                            .iconst_0()
                                            .bipush(7)
                                            .iastore()
                                            .getstatic(MAIN, "$VALUES", ints)
                                            .areturn());
                });

        Class<?> type = type(loader.load(program(main)));

        assertArrayEquals(new int[1], (int[]) type.getMethod("change").invoke(null));
    }

    private static Class<?> type(Text text) throws Throwable {
        return text.constructor().invoke().getClass();
    }

    // ---- Size

    @Test
    void aMethodOfTenThousandLoopsIsLoadedSoon() {
        byte[] main = main(method("work", ClassFileTricksTest::manyLoops));

        assertDoesNotThrow(() -> loader.load(program(main)));
    }

    private static void manyLoops(CodeBuilder code) {
        Label begin = code.newBoundLabel();
        for (int i = 0; i < 2000; i++) {
            Label here = code.newBoundLabel();
            code.iconst_0().ifne(here).iconst_0().ifne(begin);
        }
        code.return_();
    }

    @Test
    void aClassOfTwentyThousandMethodsIsLoadedSoon() {
        byte[] main =
                main(builder -> {
                    for (int i = 0; i < 20_000; i++) {
                        method("m" + i, CodeBuilder::return_).accept(builder);
                    }
                });

        assertDoesNotThrow(() -> loader.load(program(main)));
    }

    @Test
    void tooManyVariablesAreRefused() {
        assertRefused(
                "Main",
                main(
                        method(
                                "work",
                                code -> {
                                    Label begin = code.newBoundLabel();
                                    Label end = code.newLabel();
                                    code.iconst_0()
                                            .istore(65_534)
                                            .goto_(begin)
                                            .labelBinding(end)
                                            .return_();
                                })));
    }
}

package ring3.loader;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import ring3.syslib.Program;

/// Loads programs: the same bytes give the same text, which is checked, rewritten and kept.
public final class ProgramLoader {
    /// How many texts are kept; the one that was not used for longest goes first.
    private static final int TEXTS_MAX = 128;

    private record Bytes(byte[] bytes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes(byte[] others) && Arrays.equals(bytes, others);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    private final Library library;
    private final Map<Bytes, Text> texts = new LinkedHashMap<>(16, 0.75f, true);

    /// A loader of programs that share `library`.
    public ProgramLoader(Library library) {
        this.library = library;
    }

    /// The text of the executable with these bytes.
    ///
    /// @throws Refusal when they are no executable, or the program breaks a rule
    public synchronized Text load(byte[] executable) throws Refusal {
        Text known = texts.get(new Bytes(executable));
        if (known != null) {
            return known;
        }
        Text text = load(ExecutableFile.read(executable));
        texts.put(new Bytes(executable.clone()), text);
        if (texts.size() > TEXTS_MAX) {
            Iterator<Bytes> oldest = texts.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return text;
    }

    /// Loads a program whatever was loaded before.
    ///
    /// @throws Refusal when the program breaks a rule
    public Text load(ExecutableFile file) throws Refusal {
        ClassModels models = new ClassModels(file.classes(), false);
        Map<String, byte[]> metered = Library.rewritten(models, library.hierarchy());
        ProgramClasses classes = new ProgramClasses(file.name(), metered, library);
        MethodHandle constructor = constructor(file.main(), classes, models);
        StaticState.begin(classes, models);
        return new Text(file.name(), file.kind(), canFork(models), constructor);
    }

    private static MethodHandle constructor(String main, ProgramClasses classes, ClassModels models)
            throws Refusal {
        if (!models.has(main.replace('.', '/'))) {
            throw new Refusal(main, "the main class is not in the executable");
        }
        try {
            Class<?> type = Class.forName(main, false, classes);
            if (!Program.class.isAssignableFrom(type)) {
                throw new Refusal(
                        main, "the main class does not implement " + Program.class.getName());
            }
            ProgramLoader.class.getModule().addReads(classes.getUnnamedModule());
            MethodHandles.Lookup inside =
                    MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            return inside.findConstructor(type, MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Program.class));
        } catch (NoSuchMethodException | IllegalAccessException missing) {
            throw new Refusal(main, "the main class cannot be made without parameters");
        } catch (ClassNotFoundException | LinkageError broken) {
            throw new Refusal(main, "the class does not fit: " + broken.getMessage());
        }
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

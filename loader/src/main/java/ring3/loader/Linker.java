package ring3.loader;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts the classes of a program together, as `ld` does: the main class and all that it needs, as
/// far as they are not there for everybody.
public final class Linker {
    private static final ClassFile SMALL = ClassFile.of(ClassFile.DebugElementsOption.DROP_DEBUG);

    private final Function<String, byte @Nullable []> classFiles;

    /// A linker that finds class files by their names, with dots; it gets null for those that do
    /// not exist.
    public Linker(Function<String, byte @Nullable []> classFiles) {
        this.classFiles = classFiles;
    }

    /// The program whose main class is `main`.
    ///
    /// @throws Refusal when a class is missing
    public ExecutableFile link(String name, Kind kind, String main) throws Refusal {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        Deque<String> wanted = new ArrayDeque<>();
        wanted.add(main);
        while (!wanted.isEmpty()) {
            String next = wanted.remove();
            if (!classes.containsKey(next) && Shared.isOwn(next)) {
                byte[] file = classFiles.apply(next);
                if (file == null) {
                    throw new Refusal(next, "there is no class file of that name");
                }
                ClassModel model = ClassFile.of().parse(file);
                classes.put(next, SMALL.transformClass(model, ClassTransform.ACCEPT_ALL));
                addNamed(model, wanted);
            }
        }
        return new ExecutableFile(name, kind, main, classes);
    }

    private static void addNamed(ClassModel model, Deque<String> wanted) {
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof ClassEntry named) {
                String name = named.asInternalName();
                if (!name.startsWith("[")) {
                    wanted.add(name.replace('/', '.'));
                }
            }
        }
    }
}

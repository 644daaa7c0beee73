package ring3.app.student;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ring3.loader.Refusal;

/// Finds the line of a program text that the loader refuses.
final class RefusedPlace {
    private final Path sources;
    private final Map<String, byte[]> classes;

    /// @param sources the folder of the program texts
    /// @param classes the class files that were made of them, by their names with dots
    RefusedPlace(Path sources, Map<String, byte[]> classes) {
        this.sources = sources;
        this.classes = classes;
    }

    /// The refusal with its place.
    Mistake of(Refusal refusal) {
        return Mistake.at(file(refusal.type()), refusal.line(), refusal.sentence());
    }

    private @Nullable Path file(String type) {
        byte[] classFile = classes.get(type);
        if (classFile == null) {
            return null;
        }
        int end = type.lastIndexOf('.') + 1;
        Path folder = sources.resolve(type.substring(0, end).replace('.', '/'));
        return ClassFile.of()
                .parse(classFile)
                .findAttribute(Attributes.sourceFile())
                .map(source -> folder.resolve(source.sourceFile().stringValue()))
                .filter(Files::exists)
                .orElse(null);
    }
}

package ring3.app.student;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/// The files of a compiler that keeps what it makes in memory, and finds of the system what a
/// program may use: the system library, the libraries of the components, and their messages.
final class ClassesInMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private static final List<String> OPEN =
            List.of("ring3.syslib", "ring3.components.lib", "ring3.components.protocol");

    private final SortedMap<String, ByteArrayOutputStream> classes = new TreeMap<>();

    ClassesInMemory(StandardJavaFileManager files) {
        super(files);
    }

    /// The class files that were made, by their names with dots.
    SortedMap<String, byte[]> classFiles() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        classes.forEach((name, bytes) -> files.put(name, bytes.toByteArray()));
        return files;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        return location != StandardLocation.CLASS_PATH || isOpen(packageName)
                ? super.list(location, packageName, kinds, recurse)
                : List.of();
    }

    private static boolean isOpen(String packageName) {
        return OPEN.stream()
                .anyMatch(open -> packageName.equals(open) || packageName.startsWith(open + "."));
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
        return new SimpleJavaFileObject(uri, kind) {
            @Override
            public OutputStream openOutputStream() {
                var bytes = new ByteArrayOutputStream();
                classes.put(className, bytes);
                return bytes;
            }
        };
    }
}

package ring3.app.student;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import ring3.app.BadInput;
import ring3.app.FileTrouble;

/// The folder of a student's component: program texts in `src`, privileges in `NAME.conf` unless it
/// is a user program, a test in `test`, and what was built of it in `build`.
public final class ComponentFolder {
    private static final String JAVA = ".java";

    private final Path folder;
    private final ComponentName name;

    /// The folder at a path, called as its component is.
    ///
    /// @throws BadInput when there is none, or its name cannot be that of a component
    public ComponentFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput(folder, "there is no such folder");
        }
        Path last = folder.toAbsolutePath().normalize().getFileName();
        this.folder = folder;
        name = ComponentName.parse(last == null ? "" : last.toString());
    }

    /// Makes the folder of a new component inside `parent`.
    ///
    /// @throws BadInput when there is such a folder already, or it cannot be written
    public static ComponentFolder make(Path parent, ComponentName name, Template template) {
        Path folder = parent.resolve(name.text());
        if (Files.exists(folder)) {
            throw new BadInput(folder, "it exists already, and nothing in it was changed");
        }
        for (Template.File file : template.files(name)) {
            write(folder.resolve(file.path()), file.text());
        }
        return new ComponentFolder(folder);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException problem) {
            throw FileTrouble.with(file, problem);
        }
    }

    /// The folder as it was named.
    public Path path() {
        return folder;
    }

    /// The name of the component.
    public ComponentName name() {
        return name;
    }

    /// Where its program texts are.
    public Path sourceFolder() {
        return folder.resolve("src");
    }

    /// Its program texts, in order.
    ///
    /// @throws BadInput when there is none for the main class
    public List<Path> sources() {
        Path main = sourceFolder().resolve(name.className() + JAVA);
        if (!Files.isRegularFile(main)) {
            throw new BadInput(main, "the main class of " + name + " is missing");
        }
        try (Stream<Path> files = Files.walk(sourceFolder())) {
            return files.filter(file -> file.toString().endsWith(JAVA)).sorted().toList();
        } catch (IOException problem) {
            throw FileTrouble.with(sourceFolder(), problem);
        }
    }

    /// The lines of its program texts, by their paths in the folder of the program texts.
    public Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new TreeMap<>();
        for (Path source : sources()) {
            StringJoiner path = new StringJoiner("/");
            sourceFolder().relativize(source).forEach(name -> path.add(name.toString()));
            try {
                texts.put(path.toString(), Files.readAllLines(source));
            } catch (IOException problem) {
                throw FileTrouble.with(source, problem);
            }
        }
        return texts;
    }

    /// Its privileges file; a user program has none.
    public Path privileges() {
        return folder.resolve(name + ".conf");
    }

    /// Its test.
    public Path test() {
        return folder.resolve("test").resolve(name + ".test");
    }

    /// Its executable, once it was built.
    public Path executable() {
        return folder.resolve("build").resolve(name.text());
    }

    /// Whether the executable is there and as new as what it is made of.
    public boolean isBuilt() {
        if (!Files.isRegularFile(executable())) {
            return false;
        }
        FileTime built = modified(executable());
        List<Path> parts = new ArrayList<>(sources());
        if (Files.exists(privileges())) {
            parts.add(privileges());
        }
        return parts.stream().allMatch(file -> modified(file).compareTo(built) < 0);
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException problem) {
            throw FileTrouble.with(file, problem);
        }
    }
}

package ring3.app.student;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import ring3.app.BadInput;

/// What a new component begins with: a small one of its sort that works.
public enum Template {
    /// A character driver with ports and an interrupt line.
    DRIVER,
    /// A server: a process without a device of its own, which others ask for something.
    SERVER,
    /// A user program.
    PROGRAM;

    /// A file of a component, by its path in the folder.
    record File(String path, String text) {}

    /// The files of a component of that name.
    ///
    /// @throws BadInput when its class would have the name of one that the template uses
    List<File> files(ComponentName name) {
        String source = filled("java", name);
        if (source.contains("." + name.className() + ";")) {
            throw new BadInput(
                    "'%s': the program text uses another class %s"
                            .formatted(name, name.className()));
        }
        List<File> files = new ArrayList<>();
        files.add(new File("src/" + name.className() + ".java", source));
        if (this != PROGRAM) {
            files.add(new File(name + ".conf", filled("conf", name)));
        }
        files.add(new File("test/" + name + ".test", filled("test", name)));
        files.add(new File("README.txt", filled("readme", name)));
        return files;
    }

    /// As people write it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private String filled(String part, ComponentName name) {
        return text(part).replace("@name@", name.text()).replace("@Name@", name.className());
    }

    private String text(String part) {
        String resource = this + "." + part + ".txt";
        try (InputStream file = Template.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(resource, broken);
        }
    }
}

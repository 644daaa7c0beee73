package ring3.loader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A program as it lies on a disk: a jar with the classes of the program, those that it shares with
/// others aside, and a manifest that says what it is. The same program always gives the same bytes.
///
/// The manifest has `Main-Class`, a class that implements [ring3.syslib.Program] and has a
/// constructor without parameters, `Ring3-Name`, what its processes are called unless somebody says
/// otherwise, and `Ring3-Kind`: `driver`, `server` or `user`.
///
/// @param name at most 15 characters
/// @param main the name of the main class, with dots
/// @param classes the class files by their names, with dots
public record ExecutableFile(
        String name, Kind kind, String main, SortedMap<String, byte[]> classes) {
    /// How long a name may be.
    public static final int NAME_MAX = 15;

    /// What the classes of a program may take together before they are packed.
    private static final int CLASS_BYTES_MAX = 8 << 20;

    /// What a manifest may take before it is packed.
    private static final int MANIFEST_BYTES_MAX = 1 << 16;

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String SUFFIX = ".class";
    private static final Attributes.Name NAME = new Attributes.Name("Ring3-Name");
    private static final Attributes.Name KIND = new Attributes.Name("Ring3-Kind");

    public ExecutableFile {
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    }

    // ---- Writing

    /// The bytes of the file.
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(entry(MANIFEST));
            manifest().write(zip);
            for (var named : classes.entrySet()) {
                zip.putNextEntry(entry(named.getKey().replace('.', '/') + SUFFIX));
                zip.write(named.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array can be written to", impossible);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
        return entry;
    }

    private Manifest manifest() {
        var manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, this.main);
        main.put(NAME, name);
        main.put(KIND, kind.name().toLowerCase(Locale.ROOT));
        return manifest;
    }

    // ---- Reading

    /// The file with these bytes.
    ///
    /// @throws Refusal when they are no executable, or a damaged one
    public static ExecutableFile read(byte[] bytes) throws Refusal {
        try (var jar = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            ZipEntry first = jar.getNextEntry();
            if (first == null || !first.getName().equals(MANIFEST)) {
                throw new Refusal("the file is no executable: it does not begin with a manifest");
            }
            Manifest manifest = manifest(jar.readNBytes(MANIFEST_BYTES_MAX + 1));
            Attributes attributes = manifest.getMainAttributes();
            String name = value(attributes, NAME);
            if (name.length() > NAME_MAX) {
                throw new Refusal(
                        "the name " + name + " has more than " + NAME_MAX + " characters");
            }
            return new ExecutableFile(
                    name,
                    kind(value(attributes, KIND)),
                    value(attributes, Attributes.Name.MAIN_CLASS),
                    classes(jar));
        } catch (IOException | IllegalArgumentException damage) {
            throw new Refusal("the executable is damaged: " + damage.getMessage());
        }
    }

    private static Manifest manifest(byte[] content) throws IOException, Refusal {
        if (content.length > MANIFEST_BYTES_MAX) {
            throw new Refusal("the manifest takes more than " + MANIFEST_BYTES_MAX + " bytes");
        }
        return new Manifest(new ByteArrayInputStream(content));
    }

    private static String value(Attributes attributes, Attributes.Name name) throws Refusal {
        String value = attributes.getValue(name);
        if (value == null || value.isBlank()) {
            throw new Refusal("the manifest of the executable has no " + name);
        }
        return value;
    }

    private static Kind kind(String word) throws Refusal {
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw new Refusal("the manifest of the executable names the unknown kind " + word);
    }

    private static SortedMap<String, byte[]> classes(ZipInputStream jar)
            throws IOException, Refusal {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        int room = CLASS_BYTES_MAX;
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            byte[] content = jar.readNBytes(room + 1);
            room -= content.length;
            if (room < 0) {
                throw new Refusal("the classes take more than " + CLASS_BYTES_MAX + " bytes");
            }
            String file = entry.getName();
            if (file.endsWith(SUFFIX)) {
                String path = file.substring(0, file.length() - SUFFIX.length());
                String name = path.replace('/', '.');
                if (classes.put(name, content) != null) {
                    throw new Refusal(name, "there are two class files of that name");
                }
            }
        }
        return classes;
    }
}

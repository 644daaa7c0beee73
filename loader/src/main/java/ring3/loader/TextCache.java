package ring3.loader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Programs that were checked and rewritten when Ring3 was built, so that a machine starts quicker.
/// A program is known by all bytes of its executable; one that differs in a single one is checked
/// and rewritten like any other.
public final class TextCache {
    static final TextCache EMPTY = new TextCache(Map.of());

    private final Map<Image, Metered> texts;

    private TextCache(Map<Image, Metered> texts) {
        this.texts = texts;
    }

    /// The program whose executable that is, or null.
    @Nullable Metered find(Image executable) {
        return texts.get(executable);
    }

    // ---- Writing

    /// The bytes of a cache with the library of `loader` and the programs in `executables`.
    ///
    /// @throws Refusal when one of them breaks a rule
    public static byte[] write(ProgramLoader loader, Collection<byte[]> executables)
            throws Refusal {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(loader.library().metered(), out);
            out.writeInt(executables.size());
            for (byte[] executable : executables) {
                loader.load(executable);
                out.writeInt(executable.length);
                out.write(executable);
                write(loader.meter(ExecutableFile.read(executable)), out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array can be written to", impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Metered text, DataOutputStream out) throws IOException {
        out.writeUTF(text.name());
        out.writeByte(text.kind().ordinal());
        out.writeUTF(text.main());
        out.writeBoolean(text.forks());
        out.writeShort(text.classes().size());
        for (var file : text.classes().entrySet()) {
            out.writeUTF(file.getKey());
            out.writeInt(file.getValue().length);
            out.write(file.getValue());
        }
        out.writeShort(text.statics().size());
        for (String name : text.statics()) {
            out.writeUTF(name);
        }
    }

    // ---- Reading

    /// A loader with the library and the programs of a cache.
    ///
    /// @param bytes what [#write] gave
    /// @param classFiles the class files of that library by their names, with dots, for when a
    ///   program is loaded that is not in the cache
    /// @throws IOException when the bytes are not those of a cache
    public static ProgramLoader loader(byte[] bytes, Supplier<SortedMap<String, byte[]>> classFiles)
            throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Metered library = read(in);
            Map<Image, Metered> texts = new LinkedHashMap<>();
            for (int count = in.readInt(); count > 0; count--) {
                texts.put(new Image(in.readNBytes(in.readInt())), read(in));
            }
            return new ProgramLoader(new Library(library, classFiles), new TextCache(texts));
        } catch (Refusal broken) {
            throw new IOException(broken.sentence(), broken);
        }
    }

    private static Metered read(DataInputStream in) throws IOException {
        String name = in.readUTF();
        Kind kind = Kind.values()[in.readByte()];
        String main = in.readUTF();
        boolean forks = in.readBoolean();
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (int count = in.readShort(); count > 0; count--) {
            classes.put(in.readUTF(), in.readNBytes(in.readInt()));
        }
        List<String> statics = new ArrayList<>();
        for (int count = in.readShort(); count > 0; count--) {
            statics.add(in.readUTF());
        }
        return new Metered(name, kind, main, forks, classes, statics);
    }
}

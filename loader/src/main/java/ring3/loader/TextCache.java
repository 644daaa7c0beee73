package ring3.loader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
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

    private static final String LIBRARY = "library";

    private final Map<String, Metered> texts;

    private TextCache(Map<String, Metered> texts) {
        this.texts = texts;
    }

    /// The program whose executable has these bytes, or null.
    @Nullable Metered find(byte[] executable) {
        return texts.isEmpty() ? null : texts.get(digest(executable));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    // ---- Writing

    /// The bytes of a cache with the library of `loader` and the programs in `executables`.
    ///
    /// @throws Refusal when one of them breaks a rule
    public static byte[] write(ProgramLoader loader, Collection<byte[]> executables)
            throws Refusal {
        Map<String, Metered> texts = new LinkedHashMap<>();
        texts.put(LIBRARY, loader.library().metered());
        for (byte[] executable : executables) {
            loader.load(executable);
            texts.put(digest(executable), loader.meter(ExecutableFile.read(executable)));
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(texts.size());
            for (var text : texts.entrySet()) {
                out.writeUTF(text.getKey());
                write(text.getValue(), out);
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
        Map<String, Metered> texts = new LinkedHashMap<>();
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int count = in.readInt(); count > 0; count--) {
                texts.put(in.readUTF(), read(in));
            }
            Metered library = texts.get(LIBRARY);
            if (library == null) {
                throw new IOException("the cache of programs has no library");
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

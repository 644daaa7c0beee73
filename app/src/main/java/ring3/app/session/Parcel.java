package ring3.app.session;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What somebody outside sends to the courier of a machine: files, and the service that is to be
/// started or replaced with them. How it looks on the line is told by the courier's own page,
/// `ring3.components.programs.Courier`.
///
/// @param service the path of a service's executable, or null when the files are all
/// @param device the device that the service drives, or null
/// @param onAnswer is told, on the machine's thread, how it went: the exit status, 0 for well, and
///   what was said
public record Parcel(
        List<File> files,
        @Nullable String service,
        @Nullable String device,
        BiConsumer<Integer, List<String>> onAnswer) {
    /// A file.
    ///
    /// @param mode its permissions
    public record File(String path, int mode, byte[] contents) {}

    public Parcel {
        files = List.copyOf(files);
    }

    /// The bytes on the line.
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        for (File file : files) {
            int length = file.contents().length;
            line(
                    bytes,
                    "file "
                            + Integer.toOctalString(file.mode())
                            + " "
                            + length
                            + " "
                            + file.path());
            bytes.writeBytes(file.contents());
        }
        line(
                bytes,
                service == null
                        ? "end"
                        : device == null
                                ? "service " + service
                                : "service " + service + " " + device);
        return bytes.toByteArray();
    }

    private static void line(ByteArrayOutputStream to, String line) {
        to.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}

package ring3.kernel.boot;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of an executable into something that can run.
@FunctionalInterface
public interface Loader {
    /// The executable in `image`, with fresh state, or null when it is none (ENOEXEC); `refusal` is
    /// told why.
    @Nullable Executable load(byte[] image, Consumer<String> refusal);
}

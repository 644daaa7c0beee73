package ring3.kernel.boot;

import org.jspecify.annotations.Nullable;

/// Turns the bytes of an executable into something that can run.
@FunctionalInterface
public interface Loader {
    /// The executable in `image`, with fresh state, or null when it is none (ENOEXEC).
    @Nullable Executable load(byte[] image);
}

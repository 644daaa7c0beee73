package ring3.app.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The terminal of the host. While it is open it hands every key on as it is; afterwards it is as
/// it was, whatever ends the program.
public final class HostTerminal implements AutoCloseable {
    private final String settings;
    private final Thread atExit = new Thread(this::restore, "terminal");

    private HostTerminal(String settings) {
        this.settings = settings;
        Runtime.getRuntime().addShutdownHook(atExit);
        stty(List.of("raw", "-echo"));
    }

    /// The terminal, if standard input is one; null if it is a file or pipe, or the host has no
    /// `stty`.
    public static @Nullable HostTerminal open() {
        String settings = stty(List.of("-g"));
        return settings == null ? null : new HostTerminal(settings);
    }

    @Override
    public void close() {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // The hook runs already.
        }
    }

    private void restore() {
        stty(List.of(settings));
    }

    /// What `stty` prints, or null when it fails.
    private static @Nullable String stty(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            byte[] output = process.getInputStream().readAllBytes();
            return process.waitFor() == 0
                    ? new String(output, StandardCharsets.US_ASCII).strip()
                    : null;
        } catch (IOException noStty) {
            return null;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}

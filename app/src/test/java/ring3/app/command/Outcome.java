package ring3.app.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import ring3.app.Installation;

/// How a command ended, run inside the test with streams of its own.
public record Outcome(int status, String out, String err) {
    /// Runs a command with an empty standard input.
    public static Outcome of(String... arguments) {
        return withInput("", arguments);
    }

    /// Runs a command with a text as its standard input.
    public static Outcome withInput(String input, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var host =
                new Host(
                        Installation::home,
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1)),
                        new PrintStream(out, false, StandardCharsets.ISO_8859_1),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false);
        int status = Commands.run(host, arguments);
        host.out().flush();
        return new Outcome(
                status,
                out.toString(StandardCharsets.ISO_8859_1),
                err.toString(StandardCharsets.UTF_8));
    }
}

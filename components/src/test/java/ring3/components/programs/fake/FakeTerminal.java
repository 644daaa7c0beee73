package ring3.components.programs.fake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import ring3.components.protocol.Tty;

/// A terminal whose user types the given lines, one whenever a program reads, then presses the key
/// for the end of the input, and then switches the machine off. The line `^C` is the interrupt key.
final class FakeTerminal {
    static final String INTERRUPT = "^C";

    final Deque<String> lines = new ArrayDeque<>();
    final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    int mode = Tty.COOKED;
    int group;
    private boolean ended;

    FakeTerminal(List<String> typed) {
        lines.addAll(typed);
    }

    /// The next line, empty for the end of the input.
    byte[] next() {
        String line = lines.poll();
        ended |= line == null;
        return (line == null ? "" : line + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean isOff() {
        return ended;
    }

    String text() {
        return screen.toString(StandardCharsets.ISO_8859_1);
    }
}

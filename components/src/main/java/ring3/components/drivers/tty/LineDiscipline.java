package ring3.components.drivers.tty;

import java.util.function.IntConsumer;
import ring3.components.protocol.Tty;
import ring3.syslib.Signals;

/// What happens to characters between the keyboard and a program (minix: drivers/tty/tty,
/// in_process). In canonical mode input comes in lines, which can be corrected before they are
/// ended; otherwise each character counts at once. It knows no device.
final class LineDiscipline {
    private static final int INTERRUPT = 'C' & 0x1f;
    private static final int QUIT = '\\' & 0x1f;
    private static final int END_OF_FILE = 'D' & 0x1f;
    private static final int KILL = 'U' & 0x1f;
    private static final int ERASE = '\b';
    private static final int DELETE = 0x7f;
    private static final int CARET_BIT = 0x40;

    private final OutputProcessing output;
    private final IntConsumer signals;
    private final InputQueue queue = new InputQueue();
    private int mode = Tty.COOKED;

    /// Echoes to `output`; `signals` gets the number of each signal that a key asks for.
    LineDiscipline(OutputProcessing output, IntConsumer signals) {
        this.output = output;
        this.signals = signals;
    }

    /// The flags of [Tty].
    int mode() {
        return mode;
    }

    void setMode(int mode) {
        this.mode = mode;
        output.setAddReturn(has(Tty.ONLCR));
    }

    private boolean has(int flag) {
        return (mode & flag) != 0;
    }

    /// A character was typed.
    void type(int character) {
        int typed = character == '\r' && has(Tty.ICRNL) ? '\n' : character;
        if (has(Tty.SIGNALS) && (typed == INTERRUPT || typed == QUIT)) {
            signal(typed);
        } else if (has(Tty.CANONICAL) && isCorrection(typed)) {
            correct(typed);
        } else {
            enqueue(typed);
        }
    }

    /// Whether a read would find something, even if it is only the end of the file.
    boolean isReadable() {
        return has(Tty.CANONICAL) ? queue.hasLine() : !queue.isEmpty();
    }

    /// Reads at most `length` characters, in canonical mode of one line. The result is how many;
    /// none is the end of the file.
    int take(byte[] into, int length) {
        return queue.take(into, length, has(Tty.CANONICAL));
    }

    /// What was typed for the program that is being interrupted is not for the next one.
    private void signal(int key) {
        queue.clear();
        echo(key);
        signals.accept(key == INTERRUPT ? Signals.SIGINT : Signals.SIGQUIT);
    }

    private static boolean isCorrection(int character) {
        return character == ERASE || character == DELETE || character == KILL;
    }

    private void correct(int key) {
        int width = erase();
        while (key == KILL && width >= 0) {
            width = erase();
        }
    }

    private int erase() {
        int width = queue.removeLast();
        for (int i = 0; i < width; i++) {
            output.put('\b');
            output.put(' ');
            output.put('\b');
        }
        return width;
    }

    private void enqueue(int character) {
        boolean canonical = has(Tty.CANONICAL);
        boolean endOfFile = canonical && character == END_OF_FILE;
        boolean ends = !canonical || endOfFile || character == '\n';
        if (queue.hasRoomFor(ends)) {
            int flags = (ends ? InputQueue.END_OF_LINE : 0) | (endOfFile ? InputQueue.NOT_READ : 0);
            queue.add(character, flags, endOfFile ? 0 : echo(character));
        }
    }

    /// Shows what was typed; the result is how many columns that took.
    private int echo(int character) {
        if (!has(Tty.ECHO)) {
            return 0;
        }
        if (character == '\n') {
            output.put('\n');
            return 0;
        }
        if (character == '\t') {
            return echoTab();
        }
        if (character < ' ' || character == DELETE) {
            output.put('^');
            output.put(character ^ CARET_BIT);
            return 2;
        }
        output.put(character);
        return 1;
    }

    private int echoTab() {
        int width = output.tabWidth();
        for (int i = 0; i < width; i++) {
            output.put(' ');
        }
        return width;
    }
}

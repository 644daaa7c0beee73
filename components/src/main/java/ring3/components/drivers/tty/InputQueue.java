package ring3.components.drivers.tty;

/// Characters that were typed and not read yet, in lines. A character remembers how wide it is on
/// the screen, so that it can be erased there (minix: tty_inbuf and its IN_EOT, IN_EOF, IN_LEN).
final class InputQueue {
    /// The longest line, its end included.
    static final int CAPACITY = 256;

    /// The character ends a line.
    static final int END_OF_LINE = 0x100;

    /// The character only ends the line and is not read itself.
    static final int NOT_READ = 0x200;

    private static final int WIDTH_SHIFT = 16;
    private static final int CHARACTER = 0xff;

    private final int[] entries = new int[CAPACITY];
    private int first;
    private int count;
    private int lines;

    /// Whether one more fits. The last place is kept for an end of line: else a line that is too
    /// long could not even be ended.
    boolean hasRoomFor(boolean endOfLine) {
        return count < (endOfLine ? CAPACITY : CAPACITY - 1);
    }

    void add(int character, int flags, int width) {
        entries[(first + count) % CAPACITY] = character | flags | width << WIDTH_SHIFT;
        count++;
        lines += (flags & END_OF_LINE) != 0 ? 1 : 0;
    }

    /// Takes back the last character of the line that is not ended yet. The result is its width, or
    /// -1 when that line is empty.
    int removeLast() {
        int last = count == 0 ? END_OF_LINE : entries[(first + count - 1) % CAPACITY];
        if ((last & END_OF_LINE) != 0) {
            return -1;
        }
        count--;
        return last >>> WIDTH_SHIFT;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean hasLine() {
        return lines > 0;
    }

    void clear() {
        count = 0;
        lines = 0;
    }

    /// Takes at most `length` characters out; with `oneLine` none behind the end of a line. The
    /// result is how many are in `into`.
    int take(byte[] into, int length, boolean oneLine) {
        int taken = 0;
        boolean goOn = true;
        while (goOn && taken < length && count > 0) {
            int entry = removeFirst();
            if ((entry & NOT_READ) == 0) {
                into[taken] = (byte) (entry & CHARACTER);
                taken++;
            }
            goOn = !oneLine || (entry & END_OF_LINE) == 0;
        }
        return taken;
    }

    private int removeFirst() {
        int entry = entries[first];
        first = (first + 1) % CAPACITY;
        count--;
        lines -= (entry & END_OF_LINE) != 0 ? 1 : 0;
        return entry;
    }
}

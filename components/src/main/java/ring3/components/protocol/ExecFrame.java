package ring3.components.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ring3.syslib.Memory;

/// The arguments and the environment of a program, as exec hands them over: two counts, then all
/// strings, each ended by a zero byte.
///
/// @param arguments the name of the program first
/// @param environment `NAME=value`
public record ExecFrame(List<String> arguments, List<String> environment) {
    /// The longest frame in bytes; exec of a longer one fails with E2BIG.
    public static final int BYTES_MAX = 16 * 1024;

    private static final int HEADER_BYTES = 8;

    public ExecFrame {
        arguments = List.copyOf(arguments);
        environment = List.copyOf(environment);
    }

    /// Its bytes.
    public byte[] encode() {
        StringBuilder strings = new StringBuilder();
        arguments.forEach(s -> strings.append(s).append('\0'));
        environment.forEach(s -> strings.append(s).append('\0'));
        byte[] text = strings.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] frame = new byte[HEADER_BYTES + text.length];
        putInt(frame, 0, arguments.size());
        putInt(frame, 4, environment.size());
        System.arraycopy(text, 0, frame, HEADER_BYTES, text.length);
        return frame;
    }

    private static void putInt(byte[] into, int offset, int value) {
        for (int i = 0; i < 4; i++) {
            into[offset + i] = (byte) (value >> 8 * i);
        }
    }

    /// Reads the frame of `bytes` bytes at `address`.
    public static ExecFrame load(Memory memory, int address, int bytes) {
        if (bytes < HEADER_BYTES) {
            return new ExecFrame(List.of(), List.of());
        }
        int count = memory.getInt(address);
        byte[] text = new byte[bytes - HEADER_BYTES];
        memory.get(address + HEADER_BYTES, text, 0, text.length);
        List<String> strings = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == 0) {
                strings.add(new String(text, start, i - start, StandardCharsets.ISO_8859_1));
                start = i + 1;
            }
        }
        int split = Math.min(Math.max(count, 0), strings.size());
        return new ExecFrame(strings.subList(0, split), strings.subList(split, strings.size()));
    }
}

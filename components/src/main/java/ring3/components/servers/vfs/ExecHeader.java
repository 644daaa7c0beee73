package ring3.components.servers.vfs;

import java.util.ArrayList;
import java.util.List;
import ring3.components.protocol.ExecFrame;
import ring3.syslib.Errno;

/// The first bytes of a file that shall be executed, which tell what it is: a jar is a program,
/// `#!INTERPRETER` and perhaps one argument is a script.
///
/// @param text what the file begins with, at most [#BYTES_MAX] bytes
record ExecHeader(String text) {
    /// How much of a file is looked at.
    static final int BYTES_MAX = 256;

    /// What every jar begins with (PKWARE, APPNOTE.TXT, section 4.3.7).
    private static final String IMAGE = "PK\u0003\u0004";

    private static final String SCRIPT = "#!";

    boolean isImage() {
        return text.startsWith(IMAGE);
    }

    /// The path of the interpreter, or ENOEXEC when none is named.
    String interpreter() {
        String interpreter = words().getFirst();
        if (interpreter.isEmpty()) {
            throw new Refused(Errno.ENOEXEC);
        }
        return interpreter;
    }

    /// The arguments for the interpreter of the script at `path`, which was given those of `given`.
    ExecFrame framed(String path, ExecFrame given) {
        List<String> arguments = new ArrayList<>(words());
        arguments.add(path);
        List<String> old = given.arguments();
        arguments.addAll(old.subList(Math.min(1, old.size()), old.size()));
        return new ExecFrame(arguments, given.environment());
    }

    /// The interpreter, and what follows it on the first line as one argument.
    private List<String> words() {
        int end = text.indexOf('\n');
        if (!text.startsWith(SCRIPT) || end < 0) {
            throw new Refused(Errno.ENOEXEC);
        }
        String line = text.substring(SCRIPT.length(), end).replace('\t', ' ').trim();
        int blank = line.indexOf(' ');
        return blank < 0
                ? List.of(line)
                : List.of(line.substring(0, blank), line.substring(blank).trim());
    }
}

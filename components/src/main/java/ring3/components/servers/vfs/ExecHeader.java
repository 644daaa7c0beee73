package ring3.components.servers.vfs;

import java.util.ArrayList;
import java.util.List;
import ring3.components.protocol.ExecFrame;
import ring3.syslib.Errno;

/// The first bytes of a file that shall be executed, which tell what it is: `#!ring3 NAME` is an
/// image, `#!INTERPRETER` and perhaps one argument is a script.
///
/// @param text what the file begins with, at most [#BYTES_MAX] bytes
record ExecHeader(String text) {
    /// How much of a file is looked at.
    static final int BYTES_MAX = 256;

    private static final String IMAGE = "#!ring3 ";
    private static final String SCRIPT = "#!";

    boolean isImage() {
        return text.startsWith(IMAGE);
    }

    /// The path of the interpreter, or ENOEXEC when none is named.
    String interpreter() {
        String[] words = words();
        if (words[0].isEmpty()) {
            throw new Refused(Errno.ENOEXEC);
        }
        return words[0];
    }

    /// The arguments for the interpreter of the script at `path`, which was given those of `given`.
    ExecFrame framed(String path, ExecFrame given) {
        List<String> arguments = new ArrayList<>(List.of(words()));
        arguments.add(path);
        List<String> old = given.arguments();
        arguments.addAll(old.subList(Math.min(1, old.size()), old.size()));
        return new ExecFrame(arguments, given.environment());
    }

    /// The interpreter, and what follows it on the first line as one argument.
    private String[] words() {
        int end = text.indexOf('\n');
        if (!text.startsWith(SCRIPT) || end < 0) {
            throw new Refused(Errno.ENOEXEC);
        }
        return text.substring(SCRIPT.length(), end).trim().split("[ \t]+", 2);
    }
}

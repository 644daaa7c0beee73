package ring3.components.programs.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a shell was called.
///
/// @param name what `$0` is
/// @param command the text behind `-c`, null without
/// @param file the file to read commands from, null for none
/// @param arguments `$1`, `$2`, ...
/// @param options the other letters, behind a hyphen
/// @param interactive it was told to ask for commands
public record Invocation(
        String name,
        @Nullable String command,
        @Nullable String file,
        List<String> arguments,
        String options,
        boolean interactive) {
    public Invocation {
        arguments = List.copyOf(arguments);
    }

    /// Takes `[-cefisux] [command [name [argument...]] | file [argument...]]` apart. Null for a
    /// `-c` without a command.
    public static @Nullable Invocation parse(List<String> words) {
        StringBuilder letters = new StringBuilder();
        int next = 1;
        while (next < words.size() && words.get(next).startsWith("-")) {
            letters.append(words.get(next++).substring(1));
        }
        boolean command = letters.indexOf("c") >= 0;
        List<String> rest = words.subList(next, words.size());
        if (command && rest.isEmpty()) {
            return null;
        }
        String text = command ? rest.getFirst() : null;
        List<String> operands = command ? rest.subList(1, rest.size()) : rest;
        boolean named = !operands.isEmpty() && letters.indexOf("s") < 0;
        return new Invocation(
                named ? operands.getFirst() : words.getFirst(),
                text,
                named && !command ? operands.getFirst() : null,
                named ? operands.subList(1, operands.size()) : operands,
                "-" + letters.toString().replace("c", "").replace("i", "").replace("s", ""),
                letters.indexOf("i") >= 0);
    }
}

package ring3.components.lib.posix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The arguments of a program, taken apart by the utility syntax guidelines of POSIX: options in
/// front, `--` ends them, the operands follow.
public final class CommandLine {
    private final String name;
    private final Map<Character, String> options = new TreeMap<>();
    private final List<String> operands = new ArrayList<>();
    private @Nullable String mistake;

    private CommandLine(String name) {
        this.name = name;
    }

    /// Takes `arguments` apart. `known` are the option letters, with a colon behind those that take
    /// a value, as for `getopt`.
    public static CommandLine parse(List<String> arguments, String known) {
        CommandLine line = new CommandLine(baseName(arguments.getFirst()));
        int i = 1;
        while (i < arguments.size() && isOption(arguments.get(i))) {
            String argument = arguments.get(i++);
            if (argument.equals("--")) {
                break;
            }
            i = line.take(arguments, i, argument, known);
        }
        line.operands.addAll(arguments.subList(i, arguments.size()));
        return line;
    }

    private static boolean isOption(String argument) {
        return argument.length() > 1 && argument.charAt(0) == '-';
    }

    private int take(List<String> arguments, int next, String argument, String known) {
        for (int i = 1; i < argument.length(); i++) {
            char letter = argument.charAt(i);
            int place = letter == ':' ? -1 : known.indexOf(letter);
            if (place < 0) {
                mistake = "illegal option -- " + letter;
            } else if (!known.startsWith(":", place + 1)) {
                options.put(letter, "");
            } else if (i + 1 < argument.length()) {
                options.put(letter, argument.substring(i + 1));
                return next;
            } else if (next < arguments.size()) {
                options.put(letter, arguments.get(next));
                return next + 1;
            } else {
                mistake = "option requires an argument -- " + letter;
            }
        }
        return next;
    }

    /// The last component of a path.
    public static String baseName(String path) {
        String trimmed = path;
        while (trimmed.length() > 1 && trimmed.endsWith("/")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        return trimmed.length() == 1 ? trimmed : trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    /// The name the program was called by, without directories.
    public String name() {
        return name;
    }

    /// Whether an option was given.
    public boolean has(char option) {
        return options.containsKey(option);
    }

    /// The value of an option, or the other one when it was not given.
    public String value(char option, String otherwise) {
        return options.getOrDefault(option, otherwise);
    }

    /// What follows the options.
    public List<String> operands() {
        return operands;
    }

    /// Whether it has to be refused: an option that nobody knows, or too few or too many operands.
    /// Says so, with the usage of the program.
    public boolean isRefused(Posix posix, String usage, int fewest, int most) {
        boolean bad = mistake != null || operands.size() < fewest || operands.size() > most;
        if (mistake != null) {
            posix.complain(name, mistake);
        }
        if (bad) {
            posix.err().line("usage: " + name + (usage.isEmpty() ? "" : " " + usage));
        }
        return bad;
    }
}

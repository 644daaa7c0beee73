package ring3.components.programs.shell;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.posix.Posix;

/// What a shell remembers between commands, and what a subshell gets a copy of.
public final class Shell {
    private static final int USAGE_STATUS = 2;

    private final Posix posix;
    private final String name;
    private final Variables variables;
    private final Options options = new Options();
    private final Map<String, Command> functions = new TreeMap<>();
    private List<String> arguments;
    private int status;
    private int pid;
    private int lastBackground;
    private boolean jobControl;

    /// A shell that is called `name` and has these arguments `$1`, `$2`, ...
    public Shell(Posix posix, String name, List<String> arguments) {
        this.posix = posix;
        this.name = name;
        this.arguments = List.copyOf(arguments);
        this.variables = new Variables(posix.environment());
    }

    /// The calls of the system.
    public Posix posix() {
        return posix;
    }

    /// The variables.
    public Variables variables() {
        return variables;
    }

    /// The options.
    public Options options() {
        return options;
    }

    /// The functions by name.
    public Map<String, Command> functions() {
        return functions;
    }

    /// The arguments `$1`, `$2`, ...
    public List<String> arguments() {
        return arguments;
    }

    /// Sets the arguments.
    public void setArguments(List<String> replacement) {
        arguments = List.copyOf(replacement);
    }

    /// The status of the last command.
    public int status() {
        return status;
    }

    /// Sets the status of the last command.
    public void setStatus(int last) {
        status = last;
    }

    /// The pid of the last command that was left running.
    public void setLastBackground(int last) {
        lastBackground = last;
    }

    /// Whether commands get process groups of their own, which take turns on the terminal.
    public boolean hasJobControl() {
        return jobControl;
    }

    /// Turns that on or off.
    public void setJobControl(boolean on) {
        jobControl = on;
    }

    /// A copy of a shell does not ask for commands.
    public void becomeSubshell() {
        options.set('i', false);
        jobControl = false;
    }

    /// Says on standard error what went wrong. Returns the status that goes with it.
    public int complain(String sentence) {
        posix.complain(name, sentence);
        return USAGE_STATUS;
    }

    /// The value of a variable or special parameter, null when it is not set.
    public @Nullable String parameter(String parameter) {
        return switch (parameter.charAt(0)) {
            case '?' -> Integer.toString(status);
            case '$' -> Integer.toString(pid());
            case '!' -> lastBackground == 0 ? null : Integer.toString(lastBackground);
            case '#' -> Integer.toString(arguments.size());
            case '-' -> options.letters();
            case '@', '*' -> arguments.isEmpty() ? null : String.join(" ", arguments);
            case '0' -> name;
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> argument(parameter);
            default -> variables.get(parameter);
        };
    }

    private @Nullable String argument(String digits) {
        int number = Integer.parseInt(digits);
        return number <= arguments.size() ? arguments.get(number - 1) : null;
    }

    private int pid() {
        if (pid == 0) {
            pid = posix.processes().pid();
        }
        return pid;
    }

    /// Fixes `$$`: a subshell tells the pid of the shell that it came from.
    public void rememberPid() {
        pid();
    }
}

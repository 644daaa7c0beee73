package ring3.components.programs.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What expansion has to know of the shell and the system.
public interface ExpansionHost {
    /// The value of a variable or special parameter, null when it is not set.
    @Nullable String parameter(String name);

    /// Sets a variable.
    void assign(String name, String value);

    /// The arguments `$1`, `$2`, ...
    List<String> arguments();

    /// The characters at which fields are split.
    String separators();

    /// What the commands write, without the newlines at the end.
    String output(Command body);

    /// Whether a variable that is not set is an error.
    boolean refusesUnset();

    /// Whether patterns become the names of files.
    boolean expandsFileNames();

    /// The names in a directory, `.` and `..` among them; none when it cannot be read.
    List<String> namesIn(String directory);

    /// Whether there is a file with this path.
    boolean exists(String path);
}

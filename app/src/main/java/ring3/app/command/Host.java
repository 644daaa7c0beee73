package ring3.app.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.function.Supplier;
import ring3.app.Home;

/// What a command has around it: the installation, the streams of the terminal, and whether there
/// is a display to open a window on.
public record Host(
        Supplier<Home> home, InputStream in, PrintStream out, PrintStream err, boolean display) {}

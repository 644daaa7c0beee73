package ring3.app;

import ring3.app.command.Commands;
import ring3.app.command.Host;
import ring3.hardware.Hart;

/// Where Ring3 starts. The only place that ends the JVM.
public final class Main {
    private Main() {}

    /// Runs one command and exits with its status.
    public static void main(String[] arguments) {
        var host = new Host(Home::ofLauncher, System.in, System.out, System.err, hasDisplay());
        new Hart("main", () -> exit(Commands.run(host, arguments))).start();
    }

    private static void exit(int status) {
        System.out.flush();
        System.exit(status);
    }

    /// Whether a window can be opened: only systems with X11 or Wayland can be without a display.
    private static boolean hasDisplay() {
        String system = System.getProperty("os.name", "");
        return system.startsWith("Mac")
                || system.startsWith("Windows")
                || isSet("DISPLAY")
                || isSet("WAYLAND_DISPLAY")
                || System.getProperty("glass.platform") != null;
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }
}

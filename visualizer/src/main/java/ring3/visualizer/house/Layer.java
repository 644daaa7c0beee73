package ring3.visualizer.house;

import java.util.Locale;
import ring3.events.ProcessKind;

/// The five floors of the house, from the top down.
public enum Layer {
    USER,
    SERVER,
    DRIVER,
    KERNEL,
    HARDWARE;

    /// Where a process of that kind lives.
    public static Layer of(ProcessKind kind) {
        return switch (kind) {
            case USER -> USER;
            case SERVER -> SERVER;
            case DRIVER -> DRIVER;
            case KERNEL -> KERNEL;
        };
    }

    /// Its name in texts, style classes and colour tokens.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

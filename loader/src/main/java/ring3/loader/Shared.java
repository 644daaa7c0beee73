package ring3.loader;

import java.util.List;

/// What every program finds on the machine and need not bring along: the Java library, the system
/// library with the messages, and the libraries that the components share.
final class Shared {
    /// Packages of the host that programs see as they are: data and the way into the kernel.
    private static final List<String> SYSTEM =
            List.of("ring3.syslib.", "ring3.components.protocol.");

    private static final List<String> LIBRARY = List.of("ring3.components.lib.");
    private static final List<String> HOST =
            List.of(
                    "java.",
                    "javax.",
                    "jdk.",
                    "sun.",
                    "com.sun.",
                    "ring3.hardware.",
                    "ring3.loader.");

    private Shared() {}

    /// Whether a class is part of the program that names it.
    static boolean isOwn(String name) {
        return !isSystem(name) && !isLibrary(name) && !startsWithOne(name, HOST);
    }

    static boolean isSystem(String name) {
        return startsWithOne(name, SYSTEM);
    }

    static boolean isLibrary(String name) {
        return startsWithOne(name, LIBRARY);
    }

    /// Asked for every name in every class, so it is no stream.
    private static boolean startsWithOne(String name, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
